package dev.lapak.products.product.r2dbc;

import dev.lapak.products.product.ProductFilter;
import dev.lapak.products.product.Trials;
import dev.lapak.products.search.Guess;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tries one guess after the other in one statement, and ends where farther ones begin. What a guess
 * finds is gathered as a search's page is, and counted up to {@value #MAX_COUNTED}: more are many.
 */
@Component
final class TrialTable implements Trials {

  private static final int MAX_COUNTED = 1_000;

  private final DatabaseClient db;

  TrialTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Mono<String> best(ProductFilter filter, List<Guess> guesses) {
    return new ProductQuery()
        .add("WITH RECURSIVE ")
        .add(
            "guesses AS (SELECT %s::text[] AS texts, %s::integer[] AS distances),",
            guesses.stream().map(Guess::text).toArray(String[]::new),
            guesses.stream().map(Guess::distance).toArray(Integer[]::new))
        .add(
            """

            tried AS (
              SELECT 0 AS place, NULL::text AS text, 0::bigint AS found, NULL::integer AS nearest
              UNION ALL
              SELECT next.place, texts[next.place], trial.found,
                coalesce(nearest, CASE WHEN trial.found > 0 THEN distances[next.place] END)
              FROM tried, guesses, LATERAL (SELECT tried.place + 1) AS next (place),
                LATERAL (
                  WITH search AS MATERIALIZED (
                    SELECT search_query(search_words(texts[next.place])) AS query
                  ), matches AS MATERIALIZED (
                    SELECT FROM products\s""")
        .addWhere(filter, true)
        .add("\n      )\n      SELECT count(*) AS found FROM (")
        .add("SELECT FROM matches LIMIT " + MAX_COUNTED + ") AS counted\n    ) AS trial")
        .add(
            """

              WHERE next.place <= cardinality(texts)
                AND (nearest IS NULL OR distances[next.place] = nearest)
            )
            SELECT text FROM tried WHERE found > 0 ORDER BY found DESC, place LIMIT 1""")
        .statement(db)
        .mapValue(String.class)
        .one();
  }
}
