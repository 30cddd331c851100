package dev.lapak.users.seller;

import static dev.lapak.users.seller.BecomeSellerErrorCode.ACCOUNT_NUMBER_INVALID;
import static dev.lapak.users.seller.BecomeSellerErrorCode.CURRENCY_NOT_SUPPORTED;
import static dev.lapak.users.seller.BecomeSellerErrorCode.NAME_LENGTH;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.text.Length;
import dev.lapak.platform.text.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody wants to sell as. */
public record NewSeller(String name, Currency currency, BankAccount bankAccount) {

  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9](?:[ -]?[A-Za-z0-9]){3,33}");

  public NewSeller {
    name = Plain.line(name);
  }

  List<InputError<BecomeSellerErrorCode>> errors() {
    List<InputError<BecomeSellerErrorCode>> errors = new ArrayList<>();
    checkName(errors, name, "name");
    if (!isInUse(currency)) {
      errors.add(
          InputError.of(
              CURRENCY_NOT_SUPPORTED, "No country pays in " + currency + " now.", "currency"));
    }
    checkName(errors, bankAccount.bank(), "bankAccount", "bank");
    checkName(errors, bankAccount.holder(), "bankAccount", "holder");
    if (!NUMBER.matcher(bankAccount.number()).matches()) {
      errors.add(
          InputError.of(
              ACCOUNT_NUMBER_INVALID,
              "An account's number has 4 to 34 letters and digits.",
              "bankAccount",
              "number"));
    }
    return errors;
  }

  /**
   * Whether it is some country's money now. The JDK keeps to ISO 4217 and knows when a country
   * changes; only what no country has (old money, funds, units of account, metals) is left out.
   */
  private static boolean isInUse(Currency currency) {
    return Arrays.stream(Locale.getISOCountries())
        .map(country -> Currency.getInstance(Locale.of("", country)))
        .anyMatch(currency::equals);
  }

  private static void checkName(
      List<InputError<BecomeSellerErrorCode>> errors, String name, String... path) {
    if (!Length.isWithin(name, 1, 100)) {
      errors.add(InputError.of(NAME_LENGTH, "This has 1 to 100 characters.", path));
    }
  }
}
