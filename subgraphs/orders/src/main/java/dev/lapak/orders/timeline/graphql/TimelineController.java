package dev.lapak.orders.timeline.graphql;

import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.graphql.User;
import dev.lapak.orders.timeline.TimelineEntry;
import dev.lapak.orders.timeline.Timelines;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class TimelineController {

  private final Timelines timelines;

  TimelineController(Timelines timelines) {
    this.timelines = timelines;
  }

  @BatchMapping
  Flux<List<TimelineEntry>> timeline(List<Order> of) {
    return timelines
        .of(of.stream().map(Order::id).toList())
        .flatMapIterable(
            found -> of.stream().map(order -> found.getOrDefault(order.id(), List.of())).toList());
  }

  @SchemaMapping
  @Nullable User user(TimelineEntry entry) {
    return entry.actorId() == null ? null : new User(entry.actorId());
  }
}
