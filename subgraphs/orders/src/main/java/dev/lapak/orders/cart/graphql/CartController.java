package dev.lapak.orders.cart.graphql;

import dev.lapak.orders.cart.Cart;
import dev.lapak.orders.cart.CartError;
import dev.lapak.orders.cart.Carting;
import dev.lapak.orders.cart.CurrentCart;
import dev.lapak.orders.cart.CurrentCarts;
import dev.lapak.orders.cart.CurrentCarts.Wanted;
import dev.lapak.orders.cart.CurrentLine;
import dev.lapak.orders.order.graphql.Product;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class CartController {

  private final Carting carting;
  private final CurrentCarts current;

  CartController(Carting carting, CurrentCarts current) {
    this.carting = carting;
    this.current = current;
  }

  @QueryMapping
  Mono<CurrentCart> cart(@ContextValue Viewer viewer, DataFetchingFieldSelectionSet fields) {
    return carting.read(viewer).flatMap(cart -> current.of(cart, wanted(fields)));
  }

  @MutationMapping
  Mono<CartPayload> addToCart(
      @Argument AddToCartInput input,
      @ContextValue Viewer viewer,
      DataFetchingFieldSelectionSet fields) {
    return answer(
        carting.add(input.productId(), input.quantity(), input.idempotencyKey(), viewer), fields);
  }

  @MutationMapping
  Mono<CartPayload> setCartLine(
      @Argument SetCartLineInput input,
      @ContextValue Viewer viewer,
      DataFetchingFieldSelectionSet fields) {
    return answer(
        carting.set(input.productId(), input.quantity(), input.expectedQuantity(), viewer), fields);
  }

  @MutationMapping
  Mono<CartPayload> removeFromCart(
      @Argument RemoveFromCartInput input,
      @ContextValue Viewer viewer,
      DataFetchingFieldSelectionSet fields) {
    return answer(carting.remove(input.productId(), viewer), fields);
  }

  @MutationMapping
  Mono<CartPayload> mergeCart(
      @Argument MergeCartInput input,
      @ContextValue Viewer viewer,
      DataFetchingFieldSelectionSet fields) {
    return answer(carting.merge(input.guestToken(), viewer), fields);
  }

  @SchemaMapping(typeName = "CartLine")
  Product product(CurrentLine line) {
    return new Product(line.productId());
  }

  private Mono<CartPayload> answer(
      Mono<Outcome<Cart, CartError>> change, DataFetchingFieldSelectionSet fields) {
    return change.flatMap(
        outcome ->
            switch (outcome) {
              case Outcome.Done(Cart cart) ->
                  current.of(cart, wanted(fields)).map(shown -> new CartPayload(shown, List.of()));
              case Outcome.Refused(List<CartError> errors) ->
                  Mono.just(new CartPayload(null, errors));
            });
  }

  /** Nobody is asked for what nobody reads. */
  private static Wanted wanted(DataFetchingFieldSelectionSet fields) {
    return new Wanted(
        fields.containsAnyOf("**/unitPrice", "**/total", "**/changes", "**/totals", "totals"),
        fields.containsAnyOf("**/available", "**/changes"));
  }

  record AddToCartInput(UUID productId, int quantity, @Nullable String idempotencyKey) {}

  record SetCartLineInput(UUID productId, int quantity, @Nullable Integer expectedQuantity) {}

  record RemoveFromCartInput(UUID productId) {}

  record MergeCartInput(String guestToken) {

    @Override
    public String toString() {
      return "MergeCartInput";
    }
  }

  record CartPayload(@Nullable CurrentCart cart, List<CartError> errors) {}
}
