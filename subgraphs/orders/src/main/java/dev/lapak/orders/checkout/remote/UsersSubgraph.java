package dev.lapak.orders.checkout.remote;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lapak.orders.Gathering;
import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.checkout.Sellers;
import dev.lapak.orders.order.BankAccount;
import dev.lapak.orders.order.Contact;
import dev.lapak.platform.remote.RemoteProperties;
import dev.lapak.platform.remote.Subgraphs;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.client.ClientGraphQlResponse;
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

  private static final Duration REMEMBER = Duration.ofSeconds(10);
  private static final int MAX_REMEMBERED = 10_000;

  private final HttpGraphQlClient users;
  private final Duration timeout;
  private final Gathering<Collection<UUID>, Map<UUID, BankAccount>> lookups =
      Gathering.ofLookups(this::find);

  /** Nobody can change an account; were one changed in the database, this would see it soon. */
  private final Cache<UUID, BankAccount> remembered =
      Caffeine.newBuilder().expireAfterWrite(REMEMBER).maximumSize(MAX_REMEMBERED).build();

  UsersSubgraph(Subgraphs subgraphs, RemoteProperties remote) {
    this.users = subgraphs.named("users");
    this.timeout = remote.timeout();
  }

  @Override
  public Mono<Parties> parties(Collection<UUID> sellers) {
    Map<UUID, BankAccount> known = remembered.getAllPresent(sellers);
    return known.keySet().containsAll(sellers)
        ? Mono.just(new Parties(known, null))
        : lookups.ask(sellers).map(accounts -> new Parties(all(sellers, accounts), null));
  }

  @Override
  public Mono<Parties> parties(Collection<UUID> sellers, UUID guest) {
    return guarded(
        users
            .document(QUERY_WITH_GUEST)
            .variable("ids", sellers)
            .variable("guest", guest)
            .execute()
            .map(
                answer ->
                    new Parties(
                        all(sellers, accounts(answer)),
                        answer.field("buyerForCheckout").toEntity(Contact.class))));
  }

  private Mono<Map<UUID, BankAccount>> find(Collection<UUID> sellers) {
    return guarded(
        users
            .document(QUERY)
            .variable("ids", sellers)
            .execute()
            .map(UsersSubgraph::accounts)
            .doOnNext(remembered::putAll));
  }

  private <T> Mono<T> guarded(Mono<T> answer) {
    return answer
        .timeout(timeout)
        .onErrorMap(failure -> new UnavailableException("users", failure));
  }

  private static Map<UUID, BankAccount> accounts(ClientGraphQlResponse answer) {
    return answer
        .field("sellersForCheckout")
        .<@Nullable SellerForCheckout>toEntityList(SellerForCheckout.class)
        .stream()
        .filter(Objects::nonNull)
        .collect(Collectors.toMap(SellerForCheckout::id, SellerForCheckout::bankAccount));
  }

  private static Map<UUID, BankAccount> all(
      Collection<UUID> sellers, Map<UUID, BankAccount> accounts) {
    if (!accounts.keySet().containsAll(sellers)) {
      // Products knows a seller whom users does not: one of them is behind.
      throw new UnavailableException("users", new IllegalStateException("a seller is missing"));
    }
    return accounts;
  }

  record SellerForCheckout(UUID id, BankAccount bankAccount) {}
}
