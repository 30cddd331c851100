package dev.lapak.platform.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An exact amount with its currency. The amount keeps up to {@value #MAX_SCALE} decimals and at
 * least as many as the currency's minor unit has.
 */
public record Money(BigDecimal amount, Currency currency) {

  /** The decimals that a unit price may have. */
  public static final int MAX_SCALE = 4;

  public Money {
    int minor = minorUnit(currency);
    BigDecimal plain = amount.stripTrailingZeros();
    // Also keeps toString() free of exponents, which the Decimal scalar does not know.
    amount = plain.setScale(Math.max(plain.scale(), minor), RoundingMode.UNNECESSARY);
    if (amount.scale() > Math.max(MAX_SCALE, minor)) {
      throw new IllegalArgumentException("more than " + MAX_SCALE + " decimals: " + amount);
    }
  }

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** What these come to, per currency, in the order in which those come. */
  public static List<Money> sums(Stream<Money> amounts) {
    Map<Currency, Money> sums = new LinkedHashMap<>();
    amounts.forEach(one -> sums.merge(one.currency, one, Money::plus));
    return List.copyOf(sums.values());
  }

  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
    return new Money(amount.add(other.amount), currency);
  }

  /** {@code quantity} times this, rounded half-even to the currency's minor unit. */
  public Money times(int quantity) {
    BigDecimal exact = amount.multiply(BigDecimal.valueOf(quantity));
    return new Money(exact.setScale(minorUnit(currency), RoundingMode.HALF_EVEN), currency);
  }

  @Override
  public String toString() {
    return amount + " " + currency;
  }

  /** Decimals of the smallest coin; some currencies (XAU) have none at all, which counts as 0. */
  private static int minorUnit(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
