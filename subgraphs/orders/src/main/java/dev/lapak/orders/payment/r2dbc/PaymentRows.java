package dev.lapak.orders.payment.r2dbc;

import static dev.lapak.orders.order.r2dbc.OrderRows.get;
import static dev.lapak.orders.order.r2dbc.OrderRows.text;
import static dev.lapak.orders.order.r2dbc.OrderRows.utc;
import static dev.lapak.orders.order.r2dbc.OrderRows.utcOrNull;

import dev.lapak.orders.payment.Payment;
import dev.lapak.orders.payment.PaymentMethod;
import dev.lapak.orders.payment.PaymentPage;
import dev.lapak.orders.payment.PaymentStatus;
import dev.lapak.platform.money.Money;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a row says. */
final class PaymentRows {

  /** Of {@code payment p}, as {@link #payment} reads them. */
  static final String COLUMNS =
      """
      p.id, p.order_id, p.buyer_id, p.seller_id, p.method, p.status, p.amount, p.currency, p.created_at, \
      p.received_at, p.proof_id, p.note, p.reference, p.token, p.redirect_url, p.expires_at, p.refunded_at, p.refund_note""";

  private PaymentRows() {}

  static Payment payment(Readable row) {
    return new Payment(
        get(row, "id", UUID.class),
        get(row, "order_id", UUID.class),
        get(row, "buyer_id", UUID.class),
        get(row, "seller_id", UUID.class),
        PaymentMethod.valueOf(text(row, "method")),
        PaymentStatus.valueOf(text(row, "status")),
        new Money(
            get(row, "amount", BigDecimal.class), Currency.getInstance(text(row, "currency"))),
        utc(get(row, "created_at", OffsetDateTime.class)),
        utcOrNull(row.get("received_at", OffsetDateTime.class)),
        row.get("proof_id", UUID.class),
        row.get("note", String.class),
        row.get("reference", String.class),
        page(row.get("token", String.class), row.get("redirect_url", String.class)),
        utcOrNull(row.get("expires_at", OffsetDateTime.class)),
        utcOrNull(row.get("refunded_at", OffsetDateTime.class)),
        row.get("refund_note", String.class));
  }

  private static @Nullable PaymentPage page(@Nullable String token, @Nullable String url) {
    return token == null || url == null ? null : new PaymentPage(token, url);
  }
}
