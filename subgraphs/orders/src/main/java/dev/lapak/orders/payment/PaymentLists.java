package dev.lapak.orders.payment;

import dev.lapak.platform.page.PageRequest;
import java.util.List;
import reactor.core.publisher.Mono;

/** Lists payments. */
public interface PaymentLists {

  /** A page, the latest first, and one more if there is a next page. */
  Mono<List<Payment>> page(PaymentList list, PageRequest page);

  Mono<Integer> count(PaymentList list);
}
