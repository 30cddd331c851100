package dev.lapak.orders.cart;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.catalogue.Availabilities;
import dev.lapak.orders.catalogue.Catalogue;
import dev.lapak.platform.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Looks what the products of a cart cost and how many there are: a call each, at most. */
@Service
public class CurrentCarts {

  private static final Logger log = LoggerFactory.getLogger(CurrentCarts.class);

  private final Catalogue catalogue;
  private final Availabilities availabilities;

  CurrentCarts(Catalogue catalogue, Availabilities availabilities) {
    this.catalogue = catalogue;
    this.availabilities = availabilities;
  }

  public Mono<CurrentCart> of(Cart cart, Wanted wanted) {
    List<UUID> products = cart.lines().stream().map(CartLine::productId).toList();
    return Mono.zip(
            answer(wanted.prices(), products, catalogue::products),
            answer(wanted.stock(), products, availabilities::of))
        .map(found -> CurrentCart.of(cart, found.getT1(), found.getT2()));
  }

  private static <T> Mono<Optional<Map<UUID, T>>> answer(
      boolean wanted, List<UUID> products, Function<List<UUID>, Mono<Map<UUID, T>>> who) {
    if (products.isEmpty()) {
      return Mono.just(Optional.of(Map.of()));
    }
    return wanted
        ? who.apply(products)
            .map(Optional::of)
            .doOnEach(
                Trace.onError(
                    failure -> log.warn("A cart is incomplete: {}", failure.getMessage())))
            .onErrorReturn(UnavailableException.class, Optional.empty())
        : Mono.just(Optional.empty());
  }

  /** Whom to ask. */
  public record Wanted(boolean prices, boolean stock) {}
}
