package dev.lapak.orders.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Reads timelines. Who may see them is the order's matter. */
public interface Timelines {

  /** The steps of each of these orders, the first one first. */
  Mono<Map<UUID, List<TimelineEntry>>> of(Collection<UUID> orders);
}
