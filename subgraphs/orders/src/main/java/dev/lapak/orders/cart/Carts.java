package dev.lapak.orders.cart;

import dev.lapak.platform.outcome.Outcome;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Keeps carts. While one is changed, nobody else changes it. */
public interface Carts {

  /** Empty where there is none. */
  Mono<Cart> find(UUID owner);

  /** Makes it what is decided. */
  Mono<Outcome<Cart, CartError>> change(
      UUID owner, Function<Cart, Outcome<Cart, CartError>> decision);

  /** The same, once: with that again the cart is as it is. */
  Mono<Outcome<Cart, CartError>> changeOnce(
      UUID owner, Addition addition, Function<Cart, Outcome<Cart, CartError>> decision);

  /**
   * Makes it what is decided of it and another one, which is gone then.
   *
   * @param decision the own one and the other → the own one
   */
  Mono<Outcome<Cart, CartError>> takeOver(
      UUID owner, UUID from, BiFunction<Cart, Cart, Outcome<Cart, CartError>> decision);

  /**
   * Forgets carts that nobody changed for so long, and what was added so long ago; safe to be
   * called by several instances at once.
   *
   * @return how many carts or additions, whichever is more: at most {@code limit} of each
   */
  Mono<Long> forget(Duration cartsAfter, Duration additionsAfter, int limit);

  /** What is added under a key. */
  record Addition(String key, UUID productId, int quantity) {}
}
