package dev.lapak.users.seller.graphql;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.viewer.Viewer;
import dev.lapak.users.account.User;
import dev.lapak.users.seller.BankAccount;
import dev.lapak.users.seller.NewSeller;
import dev.lapak.users.seller.Seller;
import dev.lapak.users.seller.Sellers;
import dev.lapak.users.seller.Shops;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
final class SellerController {

  private static final int MAX_AT_CHECKOUT = 1_000;

  private final Sellers sellers;
  private final Shops shops;

  SellerController(Sellers sellers, Shops shops) {
    this.sellers = sellers;
    this.shops = shops;
  }

  @MutationMapping
  Mono<BecomeSellerPayload> becomeSeller(@Argument NewSeller input, @ContextValue Viewer viewer) {
    return shops.open(viewer.requireCustomer(), input).map(BecomeSellerPayload::of);
  }

  @QueryMapping
  Mono<Seller> seller(@Argument UUID id) {
    return sellers.byId(List.of(id)).singleOrEmpty();
  }

  @QueryMapping
  Mono<List<@Nullable Seller>> sellersForCheckout(
      @Argument List<UUID> ids, @ContextValue Caller caller) {
    caller.require("orders");
    if (ids.size() > MAX_AT_CHECKOUT) {
      throw RequestException.badUserInput("At most " + MAX_AT_CHECKOUT + " ids.");
    }
    return inOrder(ids);
  }

  @EntityMapping(name = "Seller")
  Mono<List<@Nullable Seller>> sellers(@Argument List<UUID> idList) {
    return inOrder(idList);
  }

  @BatchMapping(typeName = "User", field = "seller")
  Mono<Map<User, Seller>> ofUsers(List<User> users) {
    Map<UUID, User> selling =
        users.stream()
            .filter(User::isSeller)
            .collect(Collectors.toMap(User::id, user -> user, (a, b) -> a));
    return sellers.byUser(selling.keySet()).collectMap(seller -> selling.get(seller.userId()));
  }

  @SchemaMapping(typeName = "Seller")
  @Nullable BankAccount bankAccount(Seller seller, @ContextValue Viewer viewer) {
    return seller.isOpenTo(viewer) ? seller.bankAccount() : null;
  }

  private Mono<List<@Nullable Seller>> inOrder(List<UUID> ids) {
    return sellers
        .byId(ids)
        .collectMap(Seller::id)
        .map(found -> ids.stream().<@Nullable Seller>map(found::get).toList());
  }
}
