package dev.lapak.orders.cart;

import dev.lapak.orders.IdempotencyKey;
import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.catalogue.Catalogue;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Changes the cart of who asks. */
@Service
public class Carting {

  private final Carts carts;
  private final Catalogue catalogue;
  private final GuestTokens guests;
  private final Clock clock;

  Carting(Carts carts, Catalogue catalogue, GuestTokens guests, Clock clock) {
    this.carts = carts;
    this.catalogue = catalogue;
    this.guests = guests;
    this.clock = clock;
  }

  public Mono<Cart> read(Viewer viewer) {
    return carts.find(viewer.requireUser());
  }

  /**
   * @param key null where it may be done again
   */
  public Mono<Outcome<Cart, CartError>> add(
      UUID product, int quantity, @Nullable String key, Viewer viewer) {
    UUID owner = viewer.requireUser();
    if (key != null && !IdempotencyKey.isValid(key)) {
      return refused(CartError.KEY_INVALID);
    }
    return onSale(
        product,
        quantity,
        line ->
            key == null
                ? carts.change(owner, cart -> cart.add(line))
                : carts.changeOnce(
                    owner, new Carts.Addition(key, product, quantity), cart -> cart.add(line)));
  }

  /**
   * @param expected how many there must be now; null for any number
   */
  public Mono<Outcome<Cart, CartError>> set(
      UUID product, int quantity, @Nullable Integer expected, Viewer viewer) {
    UUID owner = viewer.requireUser();
    return onSale(product, quantity, line -> carts.change(owner, cart -> cart.set(line, expected)));
  }

  public Mono<Outcome<Cart, CartError>> remove(UUID product, Viewer viewer) {
    return carts.change(viewer.requireUser(), cart -> cart.remove(product));
  }

  /** Takes over what a guest had put into theirs. */
  public Mono<Outcome<Cart, CartError>> merge(String guestToken, Viewer viewer) {
    UUID owner = viewer.requireCustomer();
    return guests
        .guest(guestToken)
        .flatMap(
            guest ->
                // Who was this guest has the cart already.
                guest.equals(owner)
                    ? carts.find(owner).map(Outcome::<Cart, CartError>done)
                    : carts.takeOver(owner, guest, Cart::takeOver))
        .defaultIfEmpty(Outcome.refused(CartError.GUEST_TOKEN_INVALID))
        .onErrorReturn(UnavailableException.class, Outcome.refused(CartError.TRY_AGAIN));
  }

  private Mono<Outcome<Cart, CartError>> onSale(
      UUID product, int quantity, Function<CartLine, Mono<Outcome<Cart, CartError>>> change) {
    if (!CartLine.isQuantity(quantity)) {
      return refused(CartError.quantityOutOfRange());
    }
    return catalogue
        .products(List.of(product))
        .flatMap(
            found -> {
              Catalogue.Product now = found.get(product);
              if (now == null) {
                return refused(CartError.PRODUCT_NOT_FOUND);
              }
              return now.archived()
                  ? refused(CartError.PRODUCT_ARCHIVED)
                  : change.apply(CartLine.of(now, quantity, clock.instant()));
            })
        .onErrorReturn(UnavailableException.class, Outcome.refused(CartError.TRY_AGAIN));
  }

  private static Mono<Outcome<Cart, CartError>> refused(CartError error) {
    return Mono.just(Outcome.refused(error));
  }
}
