package dev.lapak.edge.subscription;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** When an operation has begun: what happens from then on is among what it answers. */
public final class Beginning {

  /** The key in the attributes of a request and in the context of an operation. */
  public static final String KEY = Beginning.class.getName();

  private final Sinks.One<Boolean> begun = Sinks.one();

  void begin() {
    begun.tryEmitValue(true);
  }

  /** It has ended, whether or not it had begun. */
  public void end() {
    begun.tryEmitEmpty();
  }

  /** True when it has begun; empty if it never will. */
  public Mono<Boolean> asMono() {
    return begun.asMono();
  }
}
