package dev.lapak.orders.payment.midtrans;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lapak.orders.payment.Report;
import dev.lapak.orders.payment.Report.Standing;
import dev.lapak.platform.money.Money;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What Midtrans says of a transaction, in a notification or when it is asked.
 *
 * @param orderId what it is called here
 * @param grossAmount such as {@code 10000.00}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Transaction(
    @JsonProperty("order_id") @Nullable String orderId,
    @JsonProperty("status_code") @Nullable String statusCode,
    @JsonProperty("gross_amount") @Nullable String grossAmount,
    @JsonProperty("currency") @Nullable String currency,
    @JsonProperty("transaction_status") @Nullable String status,
    @JsonProperty("fraud_status") @Nullable String fraudStatus,
    @JsonProperty("signature_key") @Nullable String signature) {

  /** Midtrans takes no other currency, and may leave it out. */
  static final String CURRENCY = "IDR";

  /** Whether all is there that a notification has. */
  boolean isWhole() {
    return orderId != null
        // Which PostgreSQL does not know: nothing is called so.
        && orderId.indexOf('\0') < 0
        && statusCode != null
        && grossAmount != null
        && status != null
        && signature != null;
  }

  /** Whether whoever wrote it knows the key; takes a time that does not tell how much was right. */
  boolean isSigned(String serverKey) {
    return MessageDigest.isEqual(
        sha512(orderId + statusCode + grossAmount + serverKey).getBytes(US_ASCII),
        String.valueOf(signature).toLowerCase(Locale.ROOT).getBytes(UTF_8));
  }

  private static String sha512(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-512").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Report report(String reference) {
    return new Report(reference, standing(), amount());
  }

  /**
   * A card that was captured may be held back for fraud; who was denied may try again in the same
   * page, until the page is over.
   */
  private Standing standing() {
    return switch (String.valueOf(status)) {
      case "settlement", "capture" ->
          fraudStatus == null || fraudStatus.equals("accept") ? Standing.PAID : Standing.OPEN;
      case "cancel", "expire", "failure" -> Standing.FAILED;
      case "refund", "chargeback" -> Standing.REFUNDED;
      case "partial_refund", "partial_chargeback" -> Standing.PARTLY_REFUNDED;
      default -> Standing.OPEN;
    };
  }

  private @Nullable Money amount() {
    try {
      return grossAmount == null
          ? null
          : Money.of(grossAmount, currency == null ? CURRENCY : currency);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
