package dev.lapak.inventory.reservation;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Opens when enough wait. */
final class Gate {

  private final int enough;
  private final Sinks.Empty<Void> opened = Sinks.empty();

  Gate(int enough) {
    this.enough = enough;
  }

  void waiting(int count) {
    if (count >= enough) {
      opened.tryEmitEmpty();
    }
  }

  /** Until it is open, but no longer than that. */
  Mono<Void> opened(Duration atMost) {
    return opened.asMono().timeout(atMost, Mono.empty());
  }
}
