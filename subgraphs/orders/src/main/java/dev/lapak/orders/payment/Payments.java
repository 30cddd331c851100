package dev.lapak.orders.payment;

import dev.lapak.orders.order.Order;
import dev.lapak.platform.viewer.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Payments as they are stored. */
public interface Payments {

  /** For the buyer and the seller of its order, and admins; to others it is not there. */
  Mono<Payment> find(UUID id, Viewer viewer);

  /**
   * The payments of each of these orders, the latest first. Who may see them is the order's matter.
   */
  Mono<Map<UUID, List<Payment>>> of(Collection<UUID> orders);

  /**
   * The payment that the receipt has been noted as, if it has been. Whoever says that a paid order
   * is paid means what has paid it; who says it in other words after a refund means other money.
   */
  Mono<Payment> noted(Order order, Receipt receipt);

  /**
   * Notes that money came, in the transaction that decides what of it: settled where it pays the
   * order, else to be refunded.
   *
   * @param order as it is; it stays so until the transaction ends
   * @return nothing if the order is not so any more, or the receipt was noted before
   */
  Mono<Payment> note(Order order, Receipt receipt, PaymentStatus status);

  /** Whether money has paid the order, and has not been taken back. */
  Mono<Boolean> isSettled(UUID order);

  /** What has paid an order is to be refunded: the order was cancelled. */
  Mono<Long> owe(UUID order);

  /**
   * Notes that a payment that was to be refunded went back.
   *
   * @return nothing if it was not to be refunded, or is not the viewer's to refund
   */
  Mono<Payment> refund(UUID id, String note, Viewer viewer);
}
