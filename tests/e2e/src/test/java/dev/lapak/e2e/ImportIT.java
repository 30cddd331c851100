package dev.lapak.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.client.ClientGraphQlResponse;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Products from files. */
class ImportIT {

  private static final int REAL = 2_690;
  private static final int MANY = Integer.getInteger("lapak.import.rows", 30_000);

  private static final String WATCH =
      "subscription ($id: ID!) { productImportChanged(id: $id) { status rows } }";

  @ParameterizedTest
  @ValueSource(strings = {"WebSocket", "server-sent events"})
  void the_whole_real_catalogue_comes_in_live_and_again_changes_nothing(String over)
      throws IOException {
    Person seller = Person.seller();
    byte[] catalogue = catalogue();
    String id = Imports.upload(seller, "CSV", catalogue);
    Flux<ClientGraphQlResponse> live =
        over.equals("WebSocket")
            ? seller.live(WATCH, Map.of("id", id))
            : seller.liveOverSse(WATCH, Map.of("id", id));

    List<String> states =
        Objects.requireNonNull(
            live.publishOn(Schedulers.boundedElastic())
                .doOnNext(
                    event -> {
                      if ("UPLOADED".equals(state(event))) {
                        Imports.start(seller, id);
                      }
                    })
                .map(ImportIT::state)
                .collectList()
                .block(Patience.LIMIT));

    assertThat(states.getFirst()).isEqualTo("UPLOADED");
    assertThat(states.getLast()).isEqualTo("COMPLETED");
    Map<String, Object> done = Imports.find(seller, id);
    assertThat(done)
        .containsEntry("rows", REAL)
        .containsEntry("created", REAL)
        .containsEntry("rejected", 0)
        .containsEntry("bytesDone", catalogue.length)
        .containsEntry("ignoredColumns", List.of("seller", "stock"));
    say("the real catalogue", done);

    Map<String, Object> again = Imports.run(seller, Imports.upload(seller, "CSV", catalogue));
    assertThat(again)
        .containsEntry("status", "COMPLETED")
        .containsEntry("unchanged", REAL)
        .containsEntry("created", 0)
        .containsEntry("updated", 0);
    say("the same again", again);
    Answer products =
        seller.now(
            """
            query ($seller: ID!) {
              products(first: 100, filter: {sellerId: $seller}) {
                totalCount edges { node { version category { slug } } }
              }
            }
            """,
            Map.of("seller", seller.now("{ me { seller { id } } }").get("me.seller.id")));
    assertThat(products.<Integer>get("products.totalCount")).isEqualTo(REAL);
    assertThat(products.<List<Integer>>get("products.edges[*].node.version")).containsOnly(1);
  }

  @Test
  void bad_rows_are_told_by_line_and_the_rest_comes_in() {
    Person seller = Person.seller();
    String file =
        """
        {"sku": "A", "title": "Fine", "price": "1.00"}
        not JSON
        {"sku": "B", "title": "No price"}
        {"sku": "C", "title": "No category", "price": 1, "category": "nowhere"}
        {"sku": "D", "title": "Fine too", "price": 1.5, "tags": ["a", "b"]}
        """;
    String id = Imports.upload(seller, "JSON_LINES", file.getBytes(UTF_8));

    assertThat(Imports.run(seller, id))
        .containsEntry("status", "COMPLETED")
        .containsEntry("created", 2)
        .containsEntry("rejected", 3);
    assertThat(Imports.errors(seller, id))
        .extracting(error -> error.get("line") + " " + error.get("code"))
        .containsExactly("2 ROW_MALFORMED", "3 FIELD_MISSING", "4 CATEGORY_NOT_FOUND");
  }

  @Test
  void a_cancelled_import_never_starts_and_is_listed_with_the_others() {
    Person seller = Person.seller();
    byte[] file = "{\"sku\": \"A\", \"title\": \"Fine\", \"price\": \"1.00\"}".getBytes(UTF_8);
    String done = Imports.upload(seller, "JSON_LINES", file);
    Imports.run(seller, done);
    String cancelled = Imports.upload(seller, "JSON_LINES", file);

    assertThat(cancel(Person.seller(), cancelled).failures("cancelProductImport"))
        .containsExactly("IMPORT_NOT_FOUND");
    assertThat(cancel(seller, done).failures("cancelProductImport")).containsExactly("IMPORT_OVER");
    assertThat(cancel(seller, cancelled).failures("cancelProductImport")).isEmpty();
    assertThat(cancel(seller, cancelled).<String>get("cancelProductImport.productImport.status"))
        .isEqualTo("CANCELLED");
    assertThat(Imports.start(seller, cancelled).failures("startProductImport"))
        .containsExactly("IMPORT_OVER");

    Answer page =
        seller.now(
            """
            {
              productImports(first: 1) {
                edges { cursor node { id status } } pageInfo { hasNextPage endCursor }
              }
            }
            """);
    assertThat(page.<List<String>>get("productImports.edges[*].node.id"))
        .containsExactly(cancelled);
    assertThat(page.<Boolean>get("productImports.pageInfo.hasNextPage")).isTrue();
    Answer next =
        seller.now(
            """
            query ($after: String!) {
              productImports(first: 1, after: $after) {
                edges { node { id status } } pageInfo { hasNextPage }
              }
            }
            """,
            Map.of("after", page.get("productImports.pageInfo.endCursor")));
    assertThat(next.<List<Map<String, String>>>get("productImports.edges[*].node"))
        .containsExactly(Map.of("id", done, "status", "COMPLETED"));
    assertThat(next.<Boolean>get("productImports.pageInfo.hasNextPage")).isFalse();
  }

  @Test
  void a_running_import_that_is_cancelled_goes_no_further() {
    Person seller = Person.seller();
    String id = Imports.upload(seller, "CSV", many().getBytes(UTF_8));
    Imports.start(seller, id);
    await()
        .atMost(Patience.LIMIT)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> (int) Objects.requireNonNull(Imports.find(seller, id).get("rows")) > 1_000);

    assertThat(cancel(seller, id).<String>get("cancelProductImport.productImport.status"))
        .isEqualTo("CANCELLED");

    Map<String, Object> then = Imports.find(seller, id);
    int created = (int) Objects.requireNonNull(then.get("created"));
    assertThat(created).isBetween(1_001, MANY - 1);
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Patience.LIMIT)
        .until(() -> Imports.find(seller, id).equals(then) && products(seller) == created);
  }

  private static int products(Person seller) {
    return seller
        .now(
            "query ($seller: ID!) { products(filter: {sellerId: $seller}) { totalCount } }",
            Map.of("seller", seller.now("{ me { seller { id } } }").get("me.seller.id")))
        .<Integer>get("products.totalCount");
  }

  @Test
  void an_instance_killed_in_the_middle_doubles_nothing() {
    Person seller = Person.seller();
    String id = Imports.upload(seller, "CSV", many().getBytes(UTF_8));
    try (SecondProducts first = SecondProducts.start()) {
      await().atMost(Patience.LIMIT).until(first::isUp);
      Imports.start(seller, id);
      await()
          .atMost(Patience.LIMIT)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> (int) Objects.requireNonNull(Imports.find(seller, id).get("rows")) > 2_000);
      first.kill();
    }
    assertThat(Imports.find(seller, id)).containsEntry("status", "RUNNING");

    Map<String, Object> done = Imports.end(seller, id);
    assertThat(done)
        .containsEntry("status", "COMPLETED")
        .containsEntry("rows", MANY)
        .containsEntry("created", MANY)
        .containsEntry("updated", 0)
        .containsEntry("unchanged", 0)
        .containsEntry("rejected", 0);
    say("rows of a made-up catalogue", done);
  }

  private static Answer cancel(Person seller, String id) {
    return seller.now(
        """
        mutation ($id: ID!) {
          cancelProductImport(input: {id: $id}) { productImport { status } errors { code } }
        }
        """,
        Map.of("id", id));
  }

  private static void say(String what, Map<String, Object> done) {
    double seconds =
        Duration.between(
                    OffsetDateTime.parse(String.valueOf(done.get("startedAt"))),
                    OffsetDateTime.parse(String.valueOf(done.get("endedAt"))))
                .toMillis()
            / 1000.0;
    int rows = Integer.parseInt(String.valueOf(done.get("rows")));
    System.out.printf(
        "Imported %,d rows (%s) in %.2f s: %,.0f rows/s%n", rows, what, seconds, rows / seconds);
  }

  private static String state(ClientGraphQlResponse event) {
    return Objects.requireNonNull(
        event.field("productImportChanged.status").toEntity(String.class));
  }

  private static byte[] catalogue() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(ImportIT.class.getResourceAsStream("/demo/catalogue.csv"))) {
      return file.readAllBytes();
    }
  }

  /** In words of its own: others look for theirs meanwhile. */
  private static String many() {
    return "sku,title,price,tags\n"
        + IntStream.range(0, MANY)
            .mapToObj(i -> "M-%d,Batik sarong no %d,%d.95,batik|sarong\n".formatted(i, i, i % 99))
            .collect(Collectors.joining());
  }
}
