package dev.lapak.orders.checkout.remote;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.checkout.Sellers;
import dev.lapak.orders.order.BankAccount;
import dev.lapak.orders.order.Contact;
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
import org.springframework.graphql.client.GraphQlClient.RequestSpec;
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

  private static final String QUERY_WITH_GUEST =
      """
      query SellersAndGuest($ids: [ID!]!, $guest: ID!) {
        sellersForCheckout(ids: $ids) { id bankAccount { bank holder number } }
        buyerForCheckout(id: $guest) { name email phone }
      }""";

  private final HttpGraphQlClient users;
  private final Duration timeout;

  UsersSubgraph(Subgraphs subgraphs, RemoteProperties remote) {
    this.users = subgraphs.named("users");
    this.timeout = remote.timeout();
  }

  @Override
  public Mono<Parties> parties(Collection<UUID> sellers) {
    return parties(users.document(QUERY).variable("ids", sellers), sellers);
  }

  @Override
  public Mono<Parties> parties(Collection<UUID> sellers, UUID guest) {
    return parties(
        users.document(QUERY_WITH_GUEST).variable("ids", sellers).variable("guest", guest),
        sellers);
  }

  private Mono<Parties> parties(RequestSpec request, Collection<UUID> sellers) {
    return request
        .execute()
        .map(
            answer ->
                new Parties(
                    accounts(
                        sellers,
                        answer
                            .field("sellersForCheckout")
                            .<@Nullable SellerForCheckout>toEntityList(SellerForCheckout.class)),
                    answer.field("buyerForCheckout").toEntity(Contact.class)))
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
