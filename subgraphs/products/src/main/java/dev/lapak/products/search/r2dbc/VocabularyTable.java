package dev.lapak.products.search.r2dbc;

import static java.util.Objects.requireNonNull;

import dev.lapak.products.search.TypedWord;
import dev.lapak.products.search.Vocabulary;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
final class VocabularyTable implements Vocabulary {

  /**
   * Each look takes the index some milliseconds: so many words of a search are looked at, no more.
   */
  private static final String ALIKE =
      """
      SELECT typed.word, typed.place = count(*) OVER () AS last, ARRAY(
        SELECT alike.word
        FROM (
          (SELECT word, word <-> typed.word AS distance
            FROM vocabulary ORDER BY word <-> typed.word LIMIT 40)
          UNION ALL
          (SELECT word, word <->> typed.word AS distance
            FROM vocabulary WHERE typed.place = cardinality(search_words($1))
            ORDER BY word <->> typed.word LIMIT 40)
        ) alike
        WHERE typed.place <= 8
        GROUP BY alike.word
        ORDER BY min(alike.distance), alike.word
      ) AS alike
      FROM unnest(search_words($1)) WITH ORDINALITY AS typed (word, place)
      ORDER BY typed.place
      """;

  private final DatabaseClient db;

  VocabularyTable(DatabaseClient db) {
    this.db = db;
  }

  @Override
  public Flux<TypedWord> alike(String search) {
    return db.sql(ALIKE).bind(0, search).map(VocabularyTable::typed).all();
  }

  private static TypedWord typed(Readable row) {
    return new TypedWord(
        requireNonNull(row.get(0, String.class)),
        requireNonNull(row.get(1, Boolean.class)),
        List.of(requireNonNull(row.get(2, String[].class))));
  }
}
