package dev.lapak.products.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.testing.TestCallers;
import dev.lapak.products.ProductsTest;
import dev.lapak.products.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

/**
 * How much memory large files take, of the sender's too. {@code -Dlapak.import.rows=100000} makes
 * the file longer, {@code -Dlapak.import.megabytes=256} larger.
 */
@ProductsTest
class ImportMemoryTests {

  private static final int ROWS = Integer.getInteger("lapak.import.rows", 8_000);
  private static final int BYTES = Integer.getInteger("lapak.import.megabytes", 64) << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** What may be in memory at most, and more of it for each file that comes at the same time. */
  private static final int BOUND = 16 << 20;

  private static final int BOUND_OF_EACH = 4 << 20;

  @Autowired Shop.Maker shops;

  private final WebClient web;
  private final String padding = "x".repeat(BYTES / ROWS);

  ImportMemoryTests(@LocalServerPort int port) {
    web = WebClient.create("http://127.0.0.1:" + port);
  }

  @Test
  void a_file_is_never_in_memory_whole() throws Exception {
    Shop shop = shops.open();
    measure("one file", List.of(shop), ROWS);
  }

  @Test
  void nor_are_ten_at_once_five_of_them_of_one_seller() throws Exception {
    Shop shop = shops.open();
    List<Shop> sellers =
        Stream.concat(Stream.generate(() -> shop).limit(5), Stream.generate(shops::open).limit(5))
            .toList();
    measure("ten files at once", sellers, ROWS / 6);
  }

  private void measure(String what, List<Shop> sellers, int rows) throws Exception {
    // What is kept for the next time is there by then.
    runAll(sellers, "small", rows / 16);
    try (Memory memory = Memory.watch()) {
      long begin = System.nanoTime();
      runAll(sellers, "large", rows);
      double seconds = (System.nanoTime() - begin) / 1e9;
      int all = rows * sellers.size();
      double sent = (double) all * padding.length();
      System.out.printf(
          "Imported %,d rows in %,.0f MB (%s) in %.1f s: %,.0f rows/s with their upload,"
              + " in %.1f MB of memory%n",
          all, sent / 1e6, what, seconds, all / seconds, memory.growth() / 1e6);
      assertThat(memory.growth()).isLessThan(BOUND + sellers.size() * BOUND_OF_EACH);
    }
  }

  private void runAll(List<Shop> sellers, String sku, int rows) throws Exception {
    try (var threads = Executors.newFixedThreadPool(sellers.size())) {
      List<Future<?>> all = new ArrayList<>();
      for (Shop seller : sellers) {
        String own = sku + all.size();
        all.add(threads.submit(() -> run(seller, own, rows)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private void run(Shop shop, String sku, int rows) {
    GraphQlTester.Response requested =
        shop.seller()
            .document(
                "mutation { requestProductImport(input: {format: CSV}) {"
                    + " productImport { id } upload { url } } }")
            .execute();
    // Spring's test client would keep all that it sends.
    web.put()
        .uri(requested.path("requestProductImport.upload.url").entity(String.class).get())
        .header(Caller.HEADER, TestCallers.header("edge"))
        .body(BodyInserters.fromDataBuffers(file(sku, rows)))
        .retrieve()
        .toBodilessEntity()
        .block(PATIENCE);
    String id = requested.path("requestProductImport.productImport.id").entity(String.class).get();
    shop.seller()
        .document(
            "mutation ($id: ID!) { startProductImport(input: {id: $id}) { errors { code } } }")
        .variable("id", id)
        .executeAndVerify();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !"RUNNING".equals(find(shop, id).get("status")));
    assertThat(find(shop, id)).isEqualTo(Map.of("status", "COMPLETED", "created", rows));
  }

  /** Made as it is sent. */
  private Flux<DataBuffer> file(String sku, int rows) {
    // In a column that is ignored: what a product says must be indexed, which takes long.
    return Flux.concat(
            Flux.just("sku,title,price,padding\n"),
            Flux.range(0, rows).map(i -> "%s-%d,Lantern,1,%s\n".formatted(sku, i, padding)))
        .map(row -> DefaultDataBufferFactory.sharedInstance.wrap(row.getBytes(UTF_8)));
  }

  private static Map<?, ?> find(Shop shop, String id) {
    return shop.seller()
        .document("query ($id: ID!) { productImport(id: $id) { status created } }")
        .variable("id", id)
        .execute()
        .path("productImport")
        .entity(Map.class)
        .get();
  }
}
