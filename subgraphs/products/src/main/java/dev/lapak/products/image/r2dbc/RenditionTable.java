package dev.lapak.products.image.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.products.image.ImageFile;
import dev.lapak.products.image.ImageFiles;
import dev.lapak.products.image.ImageSize;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class RenditionTable implements ImageFiles {

  private static final int PIECE = 256 * 1024;

  private static final String FIND =
      """
      SELECT images.content_type, image_renditions.length, image_renditions.sha256
      FROM images JOIN image_renditions ON image_id = id AND size = $2
      WHERE id = $1 AND product_id IS NOT NULL
      """;

  private static final String READ_PIECE =
      """
      SELECT substr(bytes, $3, $4) FROM image_renditions WHERE image_id = $1 AND size = $2
      """;

  private final DatabaseClient db;

  RenditionTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<ImageFile> find(UUID id, ImageSize size) {
    return db.sql(FIND)
        .bind(0, id)
        .bind(1, size.name())
        .map(
            row ->
                new ImageFile(
                    ContentTypes.of(row, 0),
                    requireNonNull(row.get(1, Integer.class)),
                    HexFormat.of().formatHex(requireNonNull(row.get(2, byte[].class)))))
        .one();
  }

  /** A statement each: whoever reads slowly holds no connection. */
  @Override
  public Flux<byte[]> read(UUID id, ImageSize size, int length) {
    return Flux.range(0, Math.ceilDiv(length, PIECE))
        .concatMap(
            place ->
                db.sql(READ_PIECE)
                    .bind(0, id)
                    .bind(1, size.name())
                    .bind(2, place * PIECE + 1)
                    .bind(3, PIECE)
                    .mapValue(byte[].class)
                    .one(),
            0);
  }
}
