package dev.lapak.orders.order.r2dbc;

import dev.lapak.orders.order.BankAccount;
import dev.lapak.orders.order.Contact;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderLine;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.PaymentInstruction;
import dev.lapak.orders.order.Remarks;
import dev.lapak.platform.money.Money;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a row says. */
public final class OrderRows {

  /** Of {@code orders}, as {@link #order} reads them. */
  public static final String COLUMNS =
      """
      id, purchase_id, buyer_id, seller_id, number, status, version, reason, total, currency, created_at, \
      expires_at, paid_at, confirmed_at, extended, bank, account_holder, account_number, reference, \
      reservation_id, proofs""";

  private OrderRows() {}

  public static Order order(Readable row) {
    Money total =
        new Money(get(row, "total", BigDecimal.class), Currency.getInstance(text(row, "currency")));
    BankAccount account =
        new BankAccount(
            text(row, "bank"), text(row, "account_holder"), text(row, "account_number"));
    return new Order(
        get(row, "id", UUID.class),
        get(row, "purchase_id", UUID.class),
        get(row, "buyer_id", UUID.class),
        get(row, "seller_id", UUID.class),
        text(row, "number"),
        OrderStatus.valueOf(text(row, "status")),
        total,
        utc(get(row, "created_at", OffsetDateTime.class)),
        utcOrNull(row.get("expires_at", OffsetDateTime.class)),
        utcOrNull(row.get("paid_at", OffsetDateTime.class)),
        utcOrNull(row.get("confirmed_at", OffsetDateTime.class)),
        get(row, "extended", Boolean.class),
        new PaymentInstruction(total, account, text(row, "reference")),
        row.get("reason", String.class),
        get(row, "version", Integer.class),
        get(row, "proofs", Integer.class),
        get(row, "reservation_id", UUID.class));
  }

  static OrderLine line(Readable row) {
    Currency currency = Currency.getInstance(text(row, "currency"));
    return new OrderLine(
        get(row, "product_id", UUID.class),
        text(row, "sku"),
        text(row, "title"),
        get(row, "quantity", Integer.class),
        new Money(get(row, "unit_price", BigDecimal.class), currency),
        new Money(get(row, "total", BigDecimal.class), currency));
  }

  static Remarks remarks(Readable row) {
    Contact contact =
        new Contact(
            row.get("contact_name", String.class),
            row.get("contact_email", String.class),
            row.get("contact_phone", String.class));
    return new Remarks(
        contact.isEmpty() ? null : contact,
        row.get("note", String.class),
        row.get("metadata", String.class));
  }

  /** Of a column that is never null. */
  public static <T> T get(Readable row, String column, Class<T> type) {
    return Objects.requireNonNull(row.get(column, type), column);
  }

  public static String text(Readable row, String column) {
    return get(row, column, String.class);
  }

  public static OffsetDateTime utc(OffsetDateTime time) {
    return time.withOffsetSameInstant(ZoneOffset.UTC);
  }

  public static @Nullable OffsetDateTime utcOrNull(@Nullable OffsetDateTime time) {
    return time == null ? null : utc(time);
  }
}
