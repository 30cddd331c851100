package dev.lapak.users.seller;

import dev.lapak.platform.error.InputError;
import dev.lapak.users.session.Sessions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Lets users become sellers. */
@Component
public final class Shops {

  private static final Opening ALREADY_SELLER =
      new Opening.Refused(
          List.of(
              InputError.of(BecomeSellerErrorCode.ALREADY_SELLER, "You are a seller already.")));

  private final Sellers sellers;
  private final Sessions sessions;
  private final TransactionalOperator transaction;

  Shops(Sellers sellers, Sessions sessions, TransactionalOperator transaction) {
    this.sellers = sellers;
    this.sessions = sessions;
    this.transaction = transaction;
  }

  /** Opens a new session too, for the role is in the token. */
  public Mono<Opening> open(UUID user, NewSeller seller) {
    List<InputError<BecomeSellerErrorCode>> errors = seller.errors();
    if (!errors.isEmpty()) {
      return Mono.just(new Opening.Refused(errors));
    }
    return sellers
        .add(user, seller)
        .<Opening>flatMap(
            added -> sessions.open(user).map(tokens -> new Opening.Opened(added, tokens)))
        .as(transaction::transactional)
        .defaultIfEmpty(ALREADY_SELLER);
  }
}
