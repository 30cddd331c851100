package dev.lapak.users.seller.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.users.seller.BankAccount;
import dev.lapak.users.seller.NewSeller;
import dev.lapak.users.seller.Seller;
import dev.lapak.users.seller.Sellers;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Currency;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class SellerTable implements Sellers {

  private static final String COLUMNS =
      " id, user_id, name, currency, bank, account_holder, account_number ";

  private static final String ADD =
      """
      INSERT INTO sellers (user_id, name, currency, bank, account_holder, account_number)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (user_id) DO NOTHING
      RETURNING"""
          + COLUMNS;

  private static final String SELECT = "SELECT" + COLUMNS + "FROM sellers ";

  private final DatabaseClient db;

  SellerTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<Seller> add(UUID user, NewSeller seller) {
    return db.sql(ADD)
        .bind(0, user)
        .bind(1, seller.name())
        .bind(2, seller.currency().getCurrencyCode())
        .bind(3, seller.bankAccount().bank())
        .bind(4, seller.bankAccount().holder())
        .bind(5, seller.bankAccount().number())
        .map(SellerTable::seller)
        .one()
        .onErrorMap(
            DataIntegrityViolationException.class,
            noUser ->
                new RequestException(
                    RequestErrorCode.UNAUTHENTICATED, "This account is no longer there."));
  }

  @Override
  public Flux<Seller> byId(Collection<UUID> ids) {
    return select("WHERE id = ANY ($1)", ids);
  }

  @Override
  public Flux<Seller> byUser(Collection<UUID> users) {
    return select("WHERE user_id = ANY ($1)", users);
  }

  private Flux<Seller> select(String where, Collection<UUID> ids) {
    return db.sql(SELECT + where).bind(0, ids.toArray(UUID[]::new)).map(SellerTable::seller).all();
  }

  private static Seller seller(Readable row) {
    return new Seller(
        requireNonNull(row.get("id", UUID.class)),
        requireNonNull(row.get("user_id", UUID.class)),
        requireNonNull(row.get("name", String.class)),
        Currency.getInstance(requireNonNull(row.get("currency", String.class))),
        new BankAccount(
            requireNonNull(row.get("bank", String.class)),
            requireNonNull(row.get("account_holder", String.class)),
            requireNonNull(row.get("account_number", String.class))));
  }
}
