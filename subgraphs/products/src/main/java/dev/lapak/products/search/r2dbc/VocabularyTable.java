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
   * The whole words that one slip leads from, each looked up: in short words one changes so many
   * trigrams that the index would bring others first. What has more slips, and words of which only
   * a beginning was typed, are those with the most trigrams of their shapes. Each look at that
   * index takes some milliseconds: so many words of a search are looked at, no more. What says
   * nothing is not meant.
   */
  private static final String ALIKE =
      """
      SELECT typed.word, typed.place = count(*) OVER () AS last, ARRAY(
        SELECT alike.word
        FROM (
          (SELECT word, ascii_shape(word) <-> typed.shape AS distance
            FROM vocabulary
            WHERE length(typed.word) BETWEEN 4 AND 40 AND word = ANY (ARRAY(
              SELECT slip.word COLLATE "C"
              FROM generate_series(0, 40) AS i, LATERAL (
                SELECT left(typed.word, i) || substr(typed.word, i + 2) AS word
                UNION ALL
                SELECT left(typed.word, i) || reverse(substr(typed.word, i + 1, 2))
                  || substr(typed.word, i + 3)
                UNION ALL
                SELECT left(typed.word, i) || chr(letter) || substr(typed.word, i + 1 + replaced)
                FROM generate_series(ascii('a'), ascii('z')) AS letter,
                  generate_series(0, 1) AS replaced
              ) AS slip
              WHERE i <= length(typed.word))))
          UNION ALL
          (SELECT word, ascii_shape(word) <-> typed.shape AS distance
            FROM vocabulary ORDER BY ascii_shape(word) <-> typed.shape LIMIT 40)
          UNION ALL
          (SELECT word, ascii_shape(word) <->> typed.shape AS distance
            FROM vocabulary WHERE typed.place = cardinality(search_words($1))
            ORDER BY ascii_shape(word) <->> typed.shape LIMIT 40)
        ) alike
        WHERE typed.place <= 8
          AND ts_lexize('english_stem', alike.word) <> '{}'
        GROUP BY alike.word
        ORDER BY min(alike.distance), alike.word
      ) AS alike
      FROM (
        SELECT word, ascii_shape(word) AS shape, place
        FROM unnest(search_words($1)) WITH ORDINALITY AS words (word, place)
      ) AS typed
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
