package dev.lapak.products.category.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.products.category.Categories;
import dev.lapak.products.category.Category;
import dev.lapak.products.category.NewCategory;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class CategoryTable implements Categories {

  private static final String SELECT = "SELECT id, slug, name FROM categories ";

  private static final String ADD =
      """
      INSERT INTO categories (slug, name) VALUES ($1, $2)
      ON CONFLICT (slug) DO NOTHING
      RETURNING id, slug, name
      """;

  private final DatabaseClient db;

  CategoryTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Flux<Category> all() {
    return db.sql(SELECT + "ORDER BY name COLLATE unicode, id").map(CategoryTable::category).all();
  }

  @Override
  public Flux<Category> byId(Collection<UUID> ids) {
    return db.sql(SELECT + "WHERE id = ANY ($1)")
        .bind(0, ids.toArray(UUID[]::new))
        .map(CategoryTable::category)
        .all();
  }

  @Override
  public Flux<Category> holdBySlug(Collection<String> slugs) {
    return db.sql(SELECT + "WHERE slug = ANY ($1) ORDER BY id FOR KEY SHARE")
        .bind(0, slugs.toArray(String[]::new))
        .map(CategoryTable::category)
        .all();
  }

  @Override
  public Mono<Category> bySlug(String slug) {
    return db.sql(SELECT + "WHERE slug = $1").bind(0, slug).map(CategoryTable::category).one();
  }

  @Override
  public Mono<Category> add(NewCategory category) {
    return db.sql(ADD)
        .bind(0, category.slug())
        .bind(1, category.name())
        .map(CategoryTable::category)
        .one();
  }

  @Override
  public Mono<Category> rename(UUID id, String name) {
    return db.sql("UPDATE categories SET name = $2 WHERE id = $1 RETURNING id, slug, name")
        .bind(0, id)
        .bind(1, name)
        .map(CategoryTable::category)
        .one();
  }

  @Override
  public Mono<UUID> delete(UUID id) {
    return db.sql("DELETE FROM categories WHERE id = $1 RETURNING id")
        .bind(0, id)
        .mapValue(UUID.class)
        .one()
        .onErrorMap(DataIntegrityViolationException.class, InUse::new);
  }

  private static Category category(Readable row) {
    return new Category(
        requireNonNull(row.get("id", UUID.class)),
        requireNonNull(row.get("slug", String.class)),
        requireNonNull(row.get("name", String.class)));
  }
}
