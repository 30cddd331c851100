package dev.lapak.orders.payment;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.order.Actor;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.order.Reason;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What people say of money that came or went back otherwise. */
@Service
public class Bookkeeping {

  private final Orders orders;
  private final Payments payments;
  private final Receiving receiving;

  Bookkeeping(Orders orders, Payments payments, Receiving receiving) {
    this.orders = orders;
    this.payments = payments;
    this.receiving = receiving;
  }

  /** Marking a paid order as paid changes nothing, nor does marking any order twice. */
  public Mono<Outcome<Received, MarkPaidError>> markPaid(UUID orderId, Reason note, Viewer admin) {
    if (!note.isGiven() || note.isTooLong()) {
      return Mono.just(Outcome.refused(MarkPaidError.NOTE));
    }
    return orders
        .find(orderId, admin)
        .flatMap(
            order ->
                receiving.receive(
                    order.id(),
                    new Receipt.Word(note.text()),
                    new Actor.Person(admin),
                    note.text()))
        .map(Outcome::<Received, MarkPaidError>done)
        .defaultIfEmpty(Outcome.refused(MarkPaidError.NOT_FOUND))
        .onErrorReturn(UnavailableException.class, Outcome.refused(MarkPaidError.TRY_AGAIN));
  }

  /** Noting a refund twice changes nothing. */
  public Mono<Outcome<Payment, RefundError>> refund(UUID paymentId, Reason note, Viewer viewer) {
    if (!note.isGiven() || note.isTooLong()) {
      return Mono.just(Outcome.refused(RefundError.NOTE));
    }
    return payments
        .refund(paymentId, note.text(), viewer)
        .map(Outcome::<Payment, RefundError>done)
        .switchIfEmpty(Mono.defer(() -> unchanged(paymentId, viewer)));
  }

  private Mono<Outcome<Payment, RefundError>> unchanged(UUID paymentId, Viewer viewer) {
    return payments
        .find(paymentId, viewer)
        .filter(payment -> viewer.isAdmin() || payment.sellerId().equals(viewer.sellerId()))
        .map(
            payment ->
                payment.status() == PaymentStatus.REFUNDED
                    ? Outcome.<Payment, RefundError>done(payment)
                    : Outcome.<Payment, RefundError>refused(
                        RefundError.wrongStatus(payment.status())))
        .defaultIfEmpty(Outcome.refused(RefundError.NOT_FOUND));
  }
}
