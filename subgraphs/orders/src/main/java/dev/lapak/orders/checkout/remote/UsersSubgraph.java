package dev.lapak.orders.checkout.remote;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.checkout.Sellers;
import dev.lapak.orders.order.BankAccount;
import dev.lapak.platform.remote.RemoteProperties;
import dev.lapak.platform.remote.Subgraphs;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class UsersSubgraph implements Sellers {

  private static final String QUERY =
      """
      query Sellers($ids: [ID!]!) {
        sellersForCheckout(ids: $ids) { id bankAccount { bank holder number } }
      }""";

  private final HttpGraphQlClient users;
  private final Duration timeout;

  UsersSubgraph(Subgraphs subgraphs, RemoteProperties remote) {
    this.users = subgraphs.named("users");
    this.timeout = remote.timeout();
  }

  @Override
  public Mono<Map<UUID, BankAccount>> accounts(Collection<UUID> sellers) {
    return users
        .document(QUERY)
        .variable("ids", sellers)
        .retrieve("sellersForCheckout")
        .<@Nullable SellerForCheckout>toEntityList(SellerForCheckout.class)
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("no answer")))
        .map(found -> accounts(sellers, found))
        .timeout(timeout)
        .onErrorMap(failure -> new UnavailableException("users", failure));
  }

  private static Map<UUID, BankAccount> accounts(
      Collection<UUID> sellers, List<@Nullable SellerForCheckout> found) {
    Map<UUID, BankAccount> accounts =
        found.stream()
            .filter(Objects::nonNull)
            .collect(Collectors.toMap(SellerForCheckout::id, SellerForCheckout::bankAccount));
    if (!accounts.keySet().containsAll(sellers)) {
      // Products knows a seller whom users does not: one of them is behind.
      throw new IllegalStateException("a seller is missing");
    }
    return accounts;
  }

  record SellerForCheckout(UUID id, BankAccount bankAccount) {}
}
