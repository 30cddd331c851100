package dev.lapak.inventory.owner.r2dbc;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.owner.KnownOwners;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SqlKnownOwners implements KnownOwners {

  private final DatabaseClient database;

  SqlKnownOwners(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Map<UUID, UUID>> of(Collection<UUID> products) {
    return database
        .sql("SELECT product_id, seller_id FROM product_owner WHERE product_id = ANY (:products)")
        .bind("products", products.toArray(UUID[]::new))
        .map(row -> Map.entry(Columns.uuid(row, "product_id"), Columns.uuid(row, "seller_id")))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  @Override
  public Mono<Void> remember(Map<UUID, UUID> owners) {
    if (owners.isEmpty()) {
      return Mono.empty();
    }
    return database
        .sql(
            """
            INSERT INTO product_owner (product_id, seller_id)
            SELECT product_id, seller_id FROM unnest(:products, :sellers) AS o (product_id, seller_id)
            ORDER BY product_id
            ON CONFLICT DO NOTHING
            """)
        .bind("products", owners.keySet().toArray(UUID[]::new))
        .bind("sellers", owners.values().toArray(UUID[]::new))
        .then();
  }
}
