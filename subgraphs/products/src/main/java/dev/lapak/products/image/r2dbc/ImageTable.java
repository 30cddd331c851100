package dev.lapak.products.image.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.platform.file.Sha256;
import dev.lapak.platform.image.Rendered;
import dev.lapak.platform.image.Rendition;
import dev.lapak.products.image.ImageSize;
import dev.lapak.products.image.Images;
import dev.lapak.products.product.ProductImage;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class ImageTable implements Images {

  /** One seller's requests one after the other, so that they are counted right. */
  private static final String LOCK_SELLER =
      "SELECT pg_advisory_xact_lock(hashtextextended('images ' || $1, 0))";

  private static final String BEGIN =
      """
      INSERT INTO images (seller_id, upload_until)
      SELECT $1, $2
      WHERE (SELECT count(*) FROM images WHERE seller_id = $1 AND product_id IS NULL) < $3
      RETURNING id
      """;

  private static final String FILL =
      """
      UPDATE images SET sha256 = $2, width = $3, height = $4, content_type = $5
      WHERE id = $1 AND sha256 IS NULL
      """;

  private static final String ADD_RENDITION =
      """
      INSERT INTO image_renditions (image_id, size, length, sha256, bytes)
      VALUES ($1, $2, $3, $4, $5)
      """;

  private static final String TAKE =
      """
      UPDATE images SET product_id = $3
      WHERE id = $1 AND seller_id = $2 AND product_id IS NULL AND sha256 IS NOT NULL
      RETURNING id, width, height, content_type
      """;

  private static final String DELETE_UNUSED =
      """
      DELETE FROM images WHERE id IN (
        SELECT id FROM images
        WHERE product_id IS NULL AND upload_until < now() - make_interval(secs => $1)
        LIMIT 100)
      """;

  private final DatabaseClient db;
  private final TransactionalOperator transaction;

  ImageTable(DatabaseClient db, TransactionalOperator transaction) {
    this.db = db;
    this.transaction = transaction;
  }

  @Override
  public Mono<UUID> begin(UUID seller, OffsetDateTime until, int maxUnused) {
    return db.sql(LOCK_SELLER)
        .bind(0, seller.toString())
        .then()
        .then(
            db.sql(BEGIN)
                .bind(0, seller)
                .bind(1, until)
                .bind(2, maxUnused)
                .mapValue(UUID.class)
                .one())
        .as(transaction::transactional);
  }

  @Override
  public Mono<UUID> seller(UUID id) {
    return db.sql("SELECT seller_id FROM images WHERE id = $1")
        .bind(0, id)
        .mapValue(UUID.class)
        .one();
  }

  @Override
  public Mono<Saved> save(UUID id, byte[] sha256, Rendered image) {
    return db.sql(FILL)
        .bind(0, id)
        .bind(1, sha256)
        .bind(2, image.width())
        .bind(3, image.height())
        .bind(4, image.renditions().getFirst().type().contentType())
        .fetch()
        .rowsUpdated()
        .filter(filled -> filled == 1)
        .flatMap(filled -> addRenditions(id, image).thenReturn(Saved.YES))
        .as(transaction::transactional)
        .switchIfEmpty(Mono.defer(() -> earlier(id, sha256)));
  }

  private Mono<Void> addRenditions(UUID id, Rendered image) {
    return Flux.fromArray(ImageSize.values())
        .concatMap(
            size -> {
              Rendition rendition = image.renditions().get(size.ordinal());
              return db.sql(ADD_RENDITION)
                  .bind(0, id)
                  .bind(1, size.name())
                  .bind(2, rendition.bytes().length)
                  .bind(3, Sha256.of(rendition.bytes()))
                  .bind(4, rendition.bytes())
                  .fetch()
                  .rowsUpdated();
            })
        .then();
  }

  private Mono<Saved> earlier(UUID id, byte[] sha256) {
    return db.sql("SELECT sha256 FROM images WHERE id = $1")
        .bind(0, id)
        .mapValue(byte[].class)
        .one()
        .map(old -> Arrays.equals(old, sha256) ? Saved.YES : Saved.OTHER)
        .defaultIfEmpty(Saved.NO_UPLOAD);
  }

  @Override
  public Mono<ProductImage> take(UUID id, UUID seller, UUID product) {
    return db.sql(TAKE)
        .bind(0, id)
        .bind(1, seller)
        .bind(2, product)
        .map(
            row ->
                new ProductImage(
                    requireNonNull(row.get(0, UUID.class)),
                    "",
                    requireNonNull(row.get(1, Integer.class)),
                    requireNonNull(row.get(2, Integer.class)),
                    ContentTypes.of(row, 3)))
        .one();
  }

  @Override
  public Mono<Void> delete(UUID id, UUID product) {
    return db.sql("DELETE FROM images WHERE id = $1 AND product_id = $2")
        .bind(0, id)
        .bind(1, product)
        .then();
  }

  @Override
  public Mono<Long> deleteUnused(Duration since) {
    return db.sql(DELETE_UNUSED).bind(0, (double) since.toSeconds()).fetch().rowsUpdated();
  }
}
