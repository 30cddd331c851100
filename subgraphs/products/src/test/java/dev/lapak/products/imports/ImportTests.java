package dev.lapak.products.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.testing.Files;
import dev.lapak.platform.testing.Live;
import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestCallers;
import dev.lapak.platform.testing.TestIssuer;
import dev.lapak.products.ProductsTest;
import dev.lapak.products.Shop;
import dev.lapak.products.category.Categories;
import dev.lapak.products.product.ProductBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.transaction.reactive.TransactionalOperator;
import tools.jackson.databind.JsonNode;

@ProductsTest
class ImportTests {

  private static final String IMPORT =
      """
      productImport { id status fileSize bytesDone rows created updated unchanged rejected errorCount
        ignoredColumns failure failureLine startedAt endedAt }
      errors { code path message }
      """;

  @Autowired SubgraphTester subgraph;
  @Autowired Shop.Maker shops;
  @Autowired JdbcTemplate checks;
  @Autowired Environment environment;
  @Autowired Workbench workbench;
  @Autowired ProductBatch products;
  @Autowired Categories categories;
  @Autowired TransactionalOperator transaction;
  @Autowired ImportPieces pieces;
  @Autowired Imports imports;

  Shop shop;
  Files files;

  @BeforeEach
  void a_shop() {
    shop = shops.open();
    files = new Files(subgraph);
  }

  @Test
  void a_csv_file_becomes_products() {
    String category = shops.category();
    Map<String, Object> done =
        run(
            "CSV",
            "\uFEFFsku,title,description,price,category,tags,stock\r\n"
                + "A-1,\"Mug, big\",\"Line 1\nLine 2\",2.55,"
                + category
                + ",Tea|cup,7\r\n"
                + "A-2,Plate,,0.0001,,,\r\n");

    assertThat(done)
        .containsEntry("status", "COMPLETED")
        .containsEntry("rows", 2)
        .containsEntry("created", 2)
        .containsEntry("rejected", 0)
        .containsEntry("ignoredColumns", List.of("stock"))
        .containsEntry("bytesDone", done.get("fileSize"));
    product("A-1")
        .path("productBySku.title")
        .entity(String.class)
        .isEqualTo("Mug, big")
        .path("productBySku.description")
        .entity(String.class)
        .isEqualTo("Line 1\nLine 2")
        .path("productBySku.price")
        .entity(Map.class)
        .isEqualTo(Map.of("amount", "2.55", "currency", "GBP"))
        .path("productBySku.category.slug")
        .entity(String.class)
        .isEqualTo(category)
        .path("productBySku.tags")
        .entityList(String.class)
        .containsExactly("cup", "tea")
        .path("productBySku.version")
        .entity(Integer.class)
        .isEqualTo(1);
  }

  @Test
  void json_lines_become_products() {
    Map<String, Object> done =
        run(
            "JSON_LINES",
            """
            {"sku": "J-1", "title": "Mug", "price": "2.55", "tags": ["tea"]}

            {"sku": "J-2", "title": "Plate", "price": 3}
            """);

    assertThat(done).containsEntry("status", "COMPLETED").containsEntry("created", 2);
    product("J-1").path("productBySku.tags").entityList(String.class).containsExactly("tea");
  }

  @Test
  void the_same_file_again_changes_nothing() {
    String file = catalogue(1_234);
    assertThat(run("CSV", file)).containsEntry("created", 1_234);
    assertThat(run("CSV", file))
        .containsEntry("status", "COMPLETED")
        .containsEntry("created", 0)
        .containsEntry("updated", 0)
        .containsEntry("unchanged", 1_234);
    assertThat(count("SELECT max(version) FROM products WHERE seller_id = ?")).isOne();
    assertThat(count("SELECT count(*) FROM products WHERE seller_id = ?")).isEqualTo(1_234);
  }

  @Test
  void what_a_file_does_not_say_stays() {
    String category = shops.category();
    UUID product =
        shop.product(
            Map.of(
                "sku",
                "A-1",
                "title",
                "Mug",
                "description",
                "Blue",
                "category",
                category,
                "tags",
                List.of("tea")));

    assertThat(run("CSV", "sku,price\nA-1,9.99\n")).containsEntry("updated", 1);
    product("A-1")
        .path("productBySku.id")
        .entity(UUID.class)
        .isEqualTo(product)
        .path("productBySku.title")
        .entity(String.class)
        .isEqualTo("Mug")
        .path("productBySku.category.slug")
        .entity(String.class)
        .isEqualTo(category)
        .path("productBySku.version")
        .entity(Integer.class)
        .isEqualTo(2);

    assertThat(run("JSON_LINES", "{\"sku\": \"A-1\", \"category\": null, \"tags\": []}"))
        .containsEntry("updated", 1);
    product("A-1")
        .path("productBySku.category")
        .valueIsNull()
        .path("productBySku.tags")
        .entityList(String.class)
        .hasSize(0)
        .path("productBySku.description")
        .entity(String.class)
        .isEqualTo("Blue");
  }

  @Test
  void bad_rows_are_left_out_and_told_with_their_lines() {
    shop.archive(shop.product(Map.of("sku", "OLD")), 1);
    String file =
        """
        sku,title,price,category,tags,currency
        OK-1,"Two
        lines",1,,,
        ,No sku,1,,,
        B-1,,1,,,
        B-2,Price,0,,,
        B-3,Price,free,,,
        B-4,Currency,1,,,EUR
        B-5,Category,1,no-such,,
        B-6,Tags,1,,||,
        B-7,Too,1
        OLD,Again,1,,,
        "B-8"x,Quote,1,,,
        B-9,,0,no-such,,
        OK-2,Fine,1,,,
        """;

    Map<String, Object> done = run("CSV", file);

    assertThat(done)
        .containsEntry("status", "COMPLETED")
        .containsEntry("created", 2)
        .containsEntry("rejected", 11)
        .containsEntry("errorCount", 13);
    assertThat(errors(done))
        .extracting(error -> error.get("line") + " " + error.get("sku") + " " + error.get("code"))
        .containsExactly(
            "4  SKU_INVALID",
            "5 B-1 TITLE_LENGTH",
            "6 B-2 PRICE_OUT_OF_RANGE",
            "7 B-3 PRICE_INVALID",
            "8 B-4 WRONG_CURRENCY",
            "9 B-5 CATEGORY_NOT_FOUND",
            "10 B-6 TAGS_INVALID",
            "11 null ROW_MALFORMED",
            "12 OLD PRODUCT_ARCHIVED",
            "13 null ROW_MALFORMED",
            "14 B-9 TITLE_LENGTH",
            "14 B-9 PRICE_OUT_OF_RANGE",
            "14 B-9 CATEGORY_NOT_FOUND");
    assertThat(run("JSON_LINES", "{\"sku\": \"NEW\"}"))
        .containsEntry("rejected", 1)
        .containsEntry("errorCount", 2);
  }

  @Test
  void of_very_many_errors_the_first_are_kept_and_all_counted() {
    String file =
        "sku,title,price\n"
            + IntStream.range(0, 10_600)
                .mapToObj(i -> "S" + i + ",,1\n")
                .collect(Collectors.joining());
    Map<String, Object> done = run("CSV", file);
    assertThat(done).containsEntry("rejected", 10_600).containsEntry("errorCount", 10_600);
    assertThat(
            checks.queryForList(
                "SELECT line FROM import_errors WHERE import_id = ?::uuid ORDER BY place",
                Integer.class,
                done.get("id")))
        .isEqualTo(IntStream.range(2, 10_002).boxed().toList());
  }

  @Test
  void the_later_of_two_rows_of_one_sku_counts() {
    Map<String, Object> done = run("CSV", "sku,title,price\nA,First,1\nA ,Second,2\nA,Second,2\n");
    assertThat(done)
        .containsEntry("created", 1)
        .containsEntry("updated", 1)
        .containsEntry("unchanged", 1);
    product("A").path("productBySku.title").entity(String.class).isEqualTo("Second");
  }

  @Test
  void a_file_that_makes_no_sense_fails_with_its_reason() {
    assertThat(run("CSV", "title,price\nMug,1\n"))
        .containsEntry("status", "FAILED")
        .containsEntry("failure", "HEADER")
        .containsEntry("failureLine", 1);
    assertThat(run("CSV", "\n\n\n")).containsEntry("failure", "HEADER");
    assertThat(run("CSV", "\uFEFF")).containsEntry("failure", "HEADER");
    assertThat(run("CSV", "sku,title\n".getBytes(java.nio.charset.StandardCharsets.UTF_16)))
        .containsEntry("failure", "ENCODING");
    assertThat(run("CSV", "sku,title,price\nA,a,1\nB,\"" + "x".repeat(300_000) + "\nC,c,1\n"))
        .containsEntry("failure", "ROW_TOO_LONG")
        .containsEntry("failureLine", 3)
        .containsEntry("created", 1);
    assertThat(run("CSV", "sku," + "x".repeat(200_000) + "\nA\n"))
        .containsEntry("failure", "ROW_TOO_LONG")
        .containsEntry("failureLine", 1);
    assertThat(run("CSV", "sku," + "x".repeat(300_000) + "\nA\n"))
        .containsEntry("failure", "ROW_TOO_LONG");
    assertThat(run("CSV", "sku,title,price,bad\0\nA,a,1,\n")).containsEntry("failure", "HEADER");
    assertThat(run("CSV", "sku,title,price\n")).containsEntry("status", "COMPLETED");
  }

  @Test
  void a_first_row_that_names_no_columns_is_told_apart() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write("sku,title\nA,a\n".getBytes(UTF_8));
    }
    assertThat(
            Stream.of(
                    "sku;title;price\nA;a;1\n".getBytes(UTF_8),
                    "sku\ttitle\nA\ta\n".getBytes(UTF_8),
                    "sku,title\rA,a\r".getBytes(UTF_8),
                    zipped.toByteArray(),
                    "title,Price\nA,1\n".getBytes(UTF_8),
                    "sku,price,Price\n".getBytes(UTF_8),
                    "\n".getBytes(UTF_8))
                .map(file -> run("CSV", file))
                .map(done -> done.get("failure") + ": " + done.get("failureMessage")))
        .containsExactly(
            "HEADER: There is no column sku. The first row is read as: sku;title;price",
            "HEADER: There is no column sku. The first row is read as: sku\ttitle",
            "HEADER: A line break is not quoted; lines end in LF or CRLF.",
            "HEADER: The row is not UTF-8.",
            "HEADER: There is no column sku. The first row is read as: title | price",
            "HEADER: There are two columns price.",
            "HEADER: There is no row.");
  }

  @Test
  void one_bad_row_does_not_end_the_others() {
    Map<String, Object> done =
        run(
            "JSON_LINES",
            """
            {"sku": "J-1", "title": "Mug", "price": 1}
            {"sku": "J-2", "title": "Mug", "price": 1e2147483648}
            {"sku": "J-3", "title": "Mug", "price": 1e-2147483648}
            {"sku": "J-4", "title": "Mug", "price": 1, "x": 1e99999999999}
            {"sku": "J-5", "title": "Mug", "price": 1, "tags": "a"}
            {"sku": "J-6", "sku": "J-7", "title": "Mug", "price": 1}
            {"sku": "J-8", "title": "Mug", "price": 1}
            """);

    assertThat(done)
        .containsEntry("status", "COMPLETED")
        .containsEntry("created", 3)
        .containsEntry("rejected", 4);
    assertThat(errors(done))
        .extracting(error -> error.get("line") + " " + error.get("sku") + " " + error.get("code"))
        .containsExactly(
            "2 J-2 PRICE_INVALID",
            "3 J-3 PRICE_INVALID",
            "5 J-5 TAGS_INVALID",
            "6 null ROW_MALFORMED");
  }

  @Test
  void rows_that_are_far_too_long_do_not_end_the_others() {
    String line = "x\"\"\n".repeat(50_000);
    Map<String, Object> done =
        run(
            "CSV",
            "sku,title,price,description\nA,a,1,\nB,b,1,%s\nC,c,1,\nD,d,1,\"%s%s\"\nE,e,1,\n"
                .formatted("x".repeat(200_000), line, line));

    assertThat(done)
        .containsEntry("status", "COMPLETED")
        .containsEntry("created", 3)
        .containsEntry("rejected", 2)
        .containsEntry("bytesDone", done.get("fileSize"));
    assertThat(errors(done))
        .extracting(error -> error.get("line") + " " + error.get("sku") + " " + error.get("code"))
        .containsExactly("3 null ROW_TOO_LONG", "5 null ROW_TOO_LONG");
    product("E").path("productBySku.title").entity(String.class).isEqualTo("e");

    Map<String, Object> objects =
        run(
            "JSON_LINES",
            "{\"sku\": \"J-1\", \"x\": \"%s\"}\n{\"sku\": \"J-2\", \"title\": \"j\", \"price\": 1}"
                .formatted("x".repeat(1_000_000)));
    assertThat(objects).containsEntry("created", 1).containsEntry("rejected", 1);
    assertThat(errors(objects).getFirst()).containsEntry("line", 1);
  }

  @Test
  void a_currency_is_the_sellers_with_or_without_a_price() {
    shop.product(Map.of("sku", "A-1"));
    Map<String, Object> done =
        run(
            "JSON_LINES",
            """
            {"sku": "A-1", "currency": "USD"}
            {"sku": "A-1", "currency": "USD", "price": 1}
            {"sku": "A-1", "currency": "GBP"}
            """);
    assertThat(done).containsEntry("rejected", 2).containsEntry("unchanged", 1);
    assertThat(errors(done))
        .extracting(error -> error.get("line") + " " + error.get("code"))
        .containsExactly("1 WRONG_CURRENCY", "2 WRONG_CURRENCY");
  }

  @Test
  void an_error_keeps_the_beginning_of_its_sku() {
    Map<String, Object> done =
        run(
            "CSV",
            "sku,title,price\n%s,a,1\n%s,a,1\n".formatted("🛒".repeat(20_000), "x".repeat(100)));
    assertThat(done).containsEntry("rejected", 2);
    assertThat(errors(done))
        .extracting(error -> error.get("sku"))
        .containsExactly("🛒".repeat(100) + "…", "x".repeat(100));
    assertThat(
            checks.queryForObject(
                "SELECT max(length(sku)) FROM import_errors WHERE import_id = ?::uuid",
                Integer.class,
                done.get("id")))
        .isEqualTo(101);
  }

  @Test
  void imports_that_stumble_wait_by_themselves_and_slow_nobody() {
    Shop other = shop;
    List<String> stumbling = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      stumbling.add(
          upload("JSON_LINES", "{\"sku\": \"S\", \"title\": \"t\", \"price\": 1}".getBytes(UTF_8)));
      // One more does not fit.
      checks.update(
          "UPDATE product_imports SET created = 2147483647, stumbles = ? WHERE id = ?::uuid",
          i == 0 ? 19 : 0,
          stumbling.get(i));
      start(stumbling.get(i));
    }
    shop = shops.open();
    String id = upload("CSV", catalogue(6_000).getBytes(UTF_8));
    start(id);

    assertThat(over(id, Duration.ofSeconds(40)))
        .containsEntry("status", "COMPLETED")
        .containsEntry("created", 6_000);

    shop = other;
    assertThat(over(stumbling.getFirst(), Duration.ofSeconds(20)))
        .containsEntry("failure", "INTERNAL");
    for (String one : stumbling.subList(1, 5)) {
      await().until(() -> stumbles(one) > 0);
      assertThat(find(one)).containsEntry("status", "RUNNING");
      mutate("cancelProductImport", one);
    }
  }

  private int stumbles(String id) {
    return Objects.requireNonNull(
        checks.queryForObject(
            "SELECT stumbles FROM product_imports WHERE id = ?::uuid", Integer.class, id));
  }

  @Test
  void of_very_many_columns_that_say_nothing_the_first_are_told() {
    String many =
        IntStream.range(0, 200)
            .mapToObj(i -> "," + i + "x".repeat(200))
            .collect(Collectors.joining());
    Map<String, Object> done = run("CSV", "sku" + many + "\n");
    assertThat(done).containsEntry("status", "COMPLETED");
    assertThat((List<?>) done.get("ignoredColumns"))
        .hasSize(100)
        .first()
        .isEqualTo("0" + "x".repeat(99) + "…");
  }

  @Test
  void rows_of_any_length_pass_through_windows_and_pieces() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      rows.add("L-%d,t,1,\"%s\"".formatted(i, "🛒\"\"\n".repeat(i % 3 == 0 ? 3_300 : i)));
    }
    Map<String, Object> done =
        run("CSV", "sku,title,price,description\r\n" + String.join("\r\n", rows));

    assertThat(done).containsEntry("status", "COMPLETED").containsEntry("created", 90);
    assertThat(
            checks.queryForList(
                "SELECT length(description) FROM products WHERE seller_id = ? ORDER BY id",
                Integer.class,
                shop.id()))
        .isEqualTo(IntStream.range(0, 90).map(i -> 3 * (i % 3 == 0 ? 3_300 : i)).boxed().toList());
  }

  /** Its database connections are cut again and again, as by a crash in the middle of a batch. */
  @Test
  void whatever_breaks_off_in_the_middle_no_row_is_done_twice() {
    String file = catalogue(6_000) + "B-1,,1\n" + "B-2,,1\n";
    String id = upload("CSV", file.getBytes(UTF_8));
    start(id);
    int cut = 0;
    Map<String, Object> now = find(id);
    while ("RUNNING".equals(now.get("status")) && cut < 4) {
      cut +=
          Objects.requireNonNull(
              checks.queryForObject(
                  """
                  SELECT count(*) FILTER (WHERE pg_terminate_backend(pid))
                  FROM pg_stat_activity
                  WHERE datname = current_database() AND application_name = 'products'
                    AND xact_start IS NOT NULL AND pid <> pg_backend_pid()""",
                  Integer.class));
      now = find(id);
    }
    Map<String, Object> done = over(id, Duration.ofSeconds(60));

    assertThat(cut).as("connections cut").isPositive();
    assertThat(done)
        .containsEntry("status", "COMPLETED")
        .containsEntry("created", 6_000)
        .containsEntry("updated", 0)
        .containsEntry("unchanged", 0)
        .containsEntry("rejected", 2);
    assertThat(errors(done)).extracting(error -> error.get("line")).containsExactly(6_002, 6_003);
    assertThat(count("SELECT count(*) FROM products WHERE seller_id = ?")).isEqualTo(6_000);
    assertThat(count("SELECT max(version) FROM products WHERE seller_id = ?")).isOne();
  }

  @Test
  void several_instances_at_work_do_each_row_once() {
    List<Shop> others = List.of(shop, shops.open(), shops.open());
    List<String> ids = new ArrayList<>();
    for (Shop one : others) {
      shop = one;
      ids.add(upload("CSV", catalogue(1_500).getBytes(UTF_8)));
      ids.add(upload("CSV", catalogue(1_500).getBytes(UTF_8)));
      start(ids.get(ids.size() - 2));
      start(ids.get(ids.size() - 1));
    }
    // More instances beside the subgraph's own.
    Race.of(
        4,
        i -> {
          ImportWork work = new ImportWork(workbench, products, categories, transaction, 37 + i);
          return work.step().onErrorReturn(true).repeat(120).blockLast();
        });

    for (int i = 0; i < ids.size(); i++) {
      shop = others.get(i / 2);
      Map<String, Object> done = over(ids.get(i), Duration.ofSeconds(60));
      assertThat(done).containsEntry("status", "COMPLETED").containsEntry("rows", 1_500);
    }
    for (Shop one : others) {
      shop = one;
      assertThat(count("SELECT count(*) FROM products WHERE seller_id = ?")).isEqualTo(1_500);
      assertThat(
              count(
                  "SELECT sum(created + unchanged) FROM product_imports"
                      + " WHERE seller_id = ? AND updated = 0"))
          .isEqualTo(3_000);
    }
  }

  @Test
  void progress_is_told_live_from_now_to_the_end() {
    String id = upload("CSV", catalogue(2_000).getBytes(UTF_8));
    try (Live live =
        new Live(
            environment.getRequiredProperty("local.server.port", Integer.class),
            shop.token(),
            "subscription ($id: ID!) { productImportChanged(id: $id) { status rows bytesDone } }",
            Map.of("id", id))) {
      assertThat(live.next().get("status").asString()).isEqualTo("UPLOADED");
      start(id);
      int rows = 0;
      JsonNode event = live.next();
      while (!event.get("status").asString().equals("COMPLETED")) {
        assertThat(event.get("rows").asInt()).isGreaterThanOrEqualTo(rows);
        rows = event.get("rows").asInt();
        event = live.next();
      }
      assertThat(event.get("rows").asInt()).isEqualTo(2_000);
      live.end();
    }
  }

  @Test
  void an_import_is_its_sellers_own() {
    String id = upload("CSV", "sku,title,price\n".getBytes(UTF_8));
    Shop owner = shop;
    shop = shops.open();
    shop.seller()
        .document(
            "query ($id: ID!) { productImport(id: $id) { id } productImports { edges { node { id } } } }")
        .variable("id", id)
        .execute()
        .path("productImport")
        .valueIsNull()
        .path("productImports.edges")
        .entityList(Object.class)
        .hasSize(0);
    for (String mutation : List.of("startProductImport", "cancelProductImport")) {
      assertThat(code(mutate(mutation, id), mutation)).isEqualTo("IMPORT_NOT_FOUND");
    }
    try (Live live =
        new Live(
            environment.getRequiredProperty("local.server.port", Integer.class),
            shop.token(),
            "subscription ($id: ID!) { productImportChanged(id: $id) { status } }",
            Map.of("id", id))) {
      assertThat(live.failure()).isEqualTo("NOT_FOUND");
    }
    owner
        .seller()
        .document("{ productImports(first: 1) { edges { node { id } } pageInfo { hasNextPage } } }")
        .execute()
        .path("productImports.edges[0].node.id")
        .entity(String.class)
        .isEqualTo(id);
  }

  @Test
  void imports_are_for_sellers() {
    for (String document :
        List.of(
            "mutation { requestProductImport(input: {format: CSV}) { errors { code } } }",
            "mutation { startProductImport(input: {id: \"x\"}) { errors { code } } }",
            "mutation { cancelProductImport(input: {id: \"x\"}) { errors { code } } }")) {
      requestError(subgraph.anonymous().document(document).execute(), "UNAUTHENTICATED");
      requestError(
          subgraph.with(TestIssuer.customer(UUID.randomUUID())).document(document).execute(),
          "FORBIDDEN");
    }
  }

  @Test
  void starting_again_changes_nothing_and_needs_a_file() {
    String empty =
        request("CSV").path("requestProductImport.productImport.id").entity(String.class).get();
    assertThat(code(mutate("startProductImport", empty), "startProductImport"))
        .isEqualTo("FILE_MISSING");
    String id = upload("CSV", "sku,title,price\nA,a,1\n".getBytes(UTF_8));
    start(id);
    start(id);
    assertThat(over(id, Duration.ofSeconds(20))).containsEntry("created", 1);
    start(id);
    assertThat(find(id)).containsEntry("status", "COMPLETED").containsEntry("rows", 1);
  }

  @Test
  void a_cancelled_import_goes_no_further() {
    String id = upload("CSV", catalogue(3_000).getBytes(UTF_8));
    mutate("cancelProductImport", id)
        .path("cancelProductImport.productImport.status")
        .entity(String.class)
        .isEqualTo("CANCELLED");
    mutate("cancelProductImport", id)
        .path("cancelProductImport.errors")
        .entityList(Object.class)
        .hasSize(0);
    assertThat(code(mutate("startProductImport", id), "startProductImport"))
        .isEqualTo("IMPORT_OVER");

    String running = upload("CSV", catalogue(9_000).getBytes(UTF_8));
    start(running);
    mutate("cancelProductImport", running);
    Map<String, Object> now = find(running);
    assertThat(now.get("status")).isIn("CANCELLED");
    assertThat(count("SELECT count(*) FROM products WHERE seller_id = ?"))
        .isEqualTo(Long.parseLong(String.valueOf(now.get("created"))))
        .isLessThan(9_000);

    String done = upload("CSV", "sku\n".getBytes(UTF_8));
    start(done);
    over(done, Duration.ofSeconds(20));
    assertThat(code(mutate("cancelProductImport", done), "cancelProductImport"))
        .isEqualTo("IMPORT_OVER");
  }

  @RepeatedTest(5)
  void started_ten_times_at_once_it_runs_once() {
    String id = upload("CSV", catalogue(50).getBytes(UTF_8));

    Race.of(
        10,
        i -> {
          start(id);
          return i;
        });

    assertThat(over(id, Duration.ofSeconds(20)))
        .containsEntry("status", "COMPLETED")
        .containsEntry("rows", 50)
        .containsEntry("created", 50);
  }

  @Test
  void a_seller_has_five_imports_at_most_that_are_not_over() {
    Race.of(8, i -> request("CSV"));
    assertThat(count("SELECT count(*) FROM product_imports WHERE seller_id = ?")).isEqualTo(5);
    assertThat(
            request("CSV").path("requestProductImport.errors[0].code").entity(String.class).get())
        .isEqualTo("TOO_MANY_IMPORTS");
  }

  @Test
  void a_file_comes_once_whole_or_again_from_the_beginning() {
    String url = request("CSV").path("requestProductImport.upload.url").entity(String.class).get();
    refused(files.put(url, new byte[0]), 400, "FILE_EMPTY");
    refused(files.put(url + "x", new byte[1]), 404, "NOT_FOUND");
    files.put(url, catalogue(100).getBytes(UTF_8)).expectStatus().isCreated();
    files.put(url, catalogue(100).getBytes(UTF_8)).expectStatus().isCreated();
    refused(files.put(url, catalogue(101).getBytes(UTF_8)), 409, "ALREADY_UPLOADED");
    files.put(url, catalogue(100).getBytes(UTF_8)).expectStatus().isCreated();
  }

  @Test
  void the_same_file_again_is_taken_when_its_import_is_over() {
    byte[] file = catalogue(5_000).getBytes(UTF_8);
    GraphQlTester.Response requested = request("CSV");
    String url = requested.path("requestProductImport.upload.url").entity(String.class).get();
    String id = requested.path("requestProductImport.productImport.id").entity(String.class).get();
    files.put(url, file).expectStatus().isCreated();
    mutate("cancelProductImport", id);

    files.put(url, file).expectStatus().isCreated();
    file[file.length - 2]++;
    refused(files.put(url, file), 409, "ALREADY_UPLOADED");
    assertThat(find(id)).containsEntry("status", "CANCELLED");
  }

  @Test
  void a_file_for_an_import_that_was_cancelled_before_finds_nothing() {
    GraphQlTester.Response requested = request("CSV");
    mutate(
        "cancelProductImport",
        requested.path("requestProductImport.productImport.id").entity(String.class).get());
    refused(
        files.put(
            requested.path("requestProductImport.upload.url").entity(String.class).get(),
            new byte[1]),
        404,
        "NOT_FOUND");
  }

  @Test
  void of_several_tries_at_once_one_counts_and_is_whole() {
    GraphQlTester.Response requested = request("CSV");
    String url = requested.path("requestProductImport.upload.url").entity(String.class).get();
    String id = requested.path("requestProductImport.productImport.id").entity(String.class).get();
    List<byte[]> tries =
        IntStream.range(0, 4).mapToObj(i -> catalogue(20_000 + i).getBytes(UTF_8)).toList();

    List<Integer> answers =
        Race.of(
            4,
            i ->
                files
                    .put(url, tries.get(i))
                    .expectBody(String.class)
                    .returnResult()
                    .getStatus()
                    .value());

    assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(
            checks.queryForObject(
                """
                SELECT file_size = (SELECT sum(length(bytes)) FROM import_pieces p
                  WHERE p.import_id = i.id AND p.attempt = i.attempt)
                FROM product_imports i WHERE id = ?::uuid""",
                Boolean.class,
                id))
        .isTrue();
  }

  @Test
  void who_sends_a_file_again_and_again_holds_one_place() throws IOException {
    holdsOnePlace(
        request("CSV").path("requestProductImport.upload.url").entity(String.class).get());
  }

  @Test
  void who_sends_a_file_that_has_come_again_and_again_holds_one_place() throws IOException {
    String url = request("CSV").path("requestProductImport.upload.url").entity(String.class).get();
    files.put(url, catalogue(1).getBytes(UTF_8)).expectStatus().isCreated();
    holdsOnePlace(url);
  }

  private void holdsOnePlace(String url) throws IOException {
    List<Socket> senders = new ArrayList<>();
    try {
      senders.add(beginSending(url));
      for (int i = 0; i < 70; i++) {
        senders.add(beginSending(url));
        await()
            .atMost(Duration.ofSeconds(20))
            .pollInterval(Duration.ofMillis(5))
            .until(() -> answered(senders).size() == senders.size() - 1);
      }
      for (Socket refused : answered(senders)) {
        assertThat(answer(refused)).contains("409", "Another try to send a file here counts");
      }
      upload("CSV", catalogue(1).getBytes(UTF_8));
    } finally {
      for (Socket sender : senders) {
        sender.close();
      }
    }
  }

  private Socket beginSending(String url) throws IOException {
    Socket socket =
        new Socket(
            InetAddress.getLoopbackAddress(),
            environment.getRequiredProperty("local.server.port", Integer.class));
    socket.setSoTimeout(20_000);
    String head =
        "PUT %s HTTP/1.1\r\nhost: x\r\n%s: %s\r\ncontent-length: 1000\r\n\r\nsku"
            .formatted(url, Caller.HEADER, TestCallers.header("edge"));
    socket.getOutputStream().write(head.getBytes(UTF_8));
    return socket;
  }

  /** Of two at once either may be the one that counts. */
  private static List<Socket> answered(List<Socket> senders) throws IOException {
    List<Socket> answered = new ArrayList<>();
    for (Socket sender : senders) {
      if (sender.getInputStream().available() > 0) {
        answered.add(sender);
      }
    }
    return answered;
  }

  private static String answer(Socket socket) throws IOException {
    return new Scanner(socket.getInputStream(), UTF_8).useDelimiter("}").next();
  }

  @Test
  void what_is_not_needed_any_more_is_deleted() {
    String done = upload("CSV", "sku\n".getBytes(UTF_8));
    start(done);
    over(done, Duration.ofSeconds(20));
    String waiting = upload("CSV", catalogue(20_000).getBytes(UTF_8));
    String younger = upload("CSV", catalogue(1).getBytes(UTF_8));
    age(younger, "23 hours 59 minutes");
    age(waiting, "24 hours 1 minute");

    imports.tidy(Duration.ofHours(24), Duration.ofDays(90)).block();
    while (Objects.requireNonNull(pieces.deleteSome().block()) > 0) {
      // A few at a time.
    }

    assertThat(find(waiting)).containsEntry("status", "CANCELLED");
    assertThat(find(younger)).containsEntry("status", "UPLOADED");
    mutate("cancelProductImport", younger);
    while (Objects.requireNonNull(pieces.deleteSome().block()) > 0) {
      // A few at a time.
    }
    assertThat(
            count(
                "SELECT count(*) FROM import_pieces JOIN product_imports i ON i.id = import_id"
                    + " WHERE seller_id = ?"))
        .isZero();
    checks.update(
        "UPDATE product_imports SET ended_at = now() - interval '91 days' WHERE id = ?::uuid",
        done);
    imports.tidy(Duration.ofHours(24), Duration.ofDays(90)).block();
    assertThat(count("SELECT count(*) FROM product_imports WHERE seller_id = ?")).isEqualTo(2);
  }

  private void age(String id, String time) {
    checks.update(
        "UPDATE product_imports SET requested_at = now() - ?::interval, upload_until = now()"
            + " - ?::interval + interval '1 hour' WHERE id = ?::uuid",
        time,
        time,
        id);
  }

  private static String catalogue(int rows) {
    return "sku,title,price,tags\n"
        + IntStream.range(0, rows)
            .mapToObj(i -> "S-%d,Thing no %d,%d.25,a|b\n".formatted(i, i, i % 90 + 1))
            .collect(Collectors.joining());
  }

  private Map<String, Object> run(String format, String file) {
    return run(format, file.getBytes(UTF_8));
  }

  private Map<String, Object> run(String format, byte[] file) {
    String id = upload(format, file);
    start(id);
    return over(id, Duration.ofSeconds(60));
  }

  private GraphQlTester.Response request(String format) {
    return shop.seller()
        .document(
            "mutation ($format: ProductImportFormat!) { requestProductImport(input: {format: $format}) {"
                + " productImport { id status } upload { url maxBytes } errors { code } } }")
        .variable("format", format)
        .execute();
  }

  private String upload(String format, byte[] file) {
    GraphQlTester.Response requested = request(format);
    files
        .put(requested.path("requestProductImport.upload.url").entity(String.class).get(), file)
        .expectStatus()
        .isCreated();
    return requested.path("requestProductImport.productImport.id").entity(String.class).get();
  }

  private void start(String id) {
    mutate("startProductImport", id)
        .path("startProductImport.errors")
        .entityList(Object.class)
        .hasSize(0);
  }

  private GraphQlTester.Response mutate(String mutation, String id) {
    return shop.seller()
        .document("mutation ($id: ID!) { %s(input: {id: $id}) { %s } }".formatted(mutation, IMPORT))
        .variable("id", id)
        .execute();
  }

  private static String code(GraphQlTester.Response answer, String mutation) {
    return answer.path(mutation + ".errors[0].code").entity(String.class).get();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> find(String id) {
    return shop.seller()
        .document(
            "query ($id: ID!) { productImport(id: $id) { id status fileSize bytesDone rows created"
                + " updated unchanged rejected errorCount ignoredColumns failure failureLine"
                + " failureMessage } }")
        .variable("id", id)
        .execute()
        .path("productImport")
        .entity(Map.class)
        .get();
  }

  private Map<String, Object> over(String id, Duration patience) {
    await()
        .atMost(patience)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !"RUNNING".equals(find(id).get("status")));
    return find(id);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private List<Map<String, Object>> errors(Map<String, Object> done) {
    return (List)
        shop.seller()
            .document(
                "query ($id: ID!) { productImportErrors(importId: $id, first: 100) {"
                    + " edges { node { line sku field code message } } } }")
            .variable("id", done.get("id"))
            .execute()
            .path("productImportErrors.edges[*].node")
            .entityList(Map.class)
            .get();
  }

  private GraphQlTester.Response product(String sku) {
    return subgraph
        .anonymous()
        .document(
            "query ($seller: ID!, $sku: String!) { productBySku(sellerId: $seller, sku: $sku) {"
                + " id title description price { amount currency } category { slug } tags version } }")
        .variable("seller", shop.id())
        .variable("sku", sku)
        .execute();
  }

  private long count(String sql) {
    return Objects.requireNonNull(checks.queryForObject(sql, Long.class, shop.id()));
  }

  private static void refused(ResponseSpec answer, int status, String code) {
    answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
  }

  private static void requestError(GraphQlTester.Response response, String code) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .isNotEmpty()
                    .allSatisfy(
                        error -> assertThat(error.getExtensions()).containsEntry("code", code)));
  }
}
