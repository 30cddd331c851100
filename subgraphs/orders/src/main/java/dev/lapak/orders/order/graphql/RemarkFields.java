package dev.lapak.orders.order.graphql;

import dev.lapak.orders.order.Contact;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.Orders;
import dev.lapak.orders.order.Remarks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What the buyer told along with an order. */
@Controller
class RemarkFields {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Orders orders;

  RemarkFields(Orders orders) {
    this.orders = orders;
  }

  @BatchMapping
  Mono<Map<Order, Contact>> contact(List<Order> of) {
    return each(of, Remarks::contact);
  }

  @BatchMapping
  Mono<Map<Order, String>> note(List<Order> of) {
    return each(of, Remarks::note);
  }

  @BatchMapping
  Mono<Map<Order, Object>> metadata(List<Order> of) {
    return each(of, RemarkFields::object);
  }

  private static @Nullable Object object(Remarks remarks) {
    return remarks.metadata() == null ? null : JSON.readValue(remarks.metadata(), Object.class);
  }

  private <T> Mono<Map<Order, T>> each(List<Order> of, Function<Remarks, @Nullable T> field) {
    return orders
        .remarks(of.stream().map(Order::purchaseId).distinct().toList())
        .map(
            remarks -> {
              Map<Order, T> found = new HashMap<>();
              for (Order order : of) {
                T value = field.apply(remarks.getOrDefault(order.purchaseId(), Remarks.NONE));
                if (value != null) {
                  found.put(order, value);
                }
              }
              return found;
            });
  }
}
