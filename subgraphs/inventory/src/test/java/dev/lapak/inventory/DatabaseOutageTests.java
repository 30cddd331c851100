package dev.lapak.inventory;

import static dev.lapak.inventory.testing.Answers.data;
import static dev.lapak.inventory.testing.Answers.requestErrors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.testing.Cable;
import dev.lapak.inventory.testing.Invariants;
import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.SecondInstance;
import dev.lapak.inventory.testing.TestOrders;
import dev.lapak.inventory.testing.TestShops;
import dev.lapak.inventory.testing.Together;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.testing.TestCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.test.web.reactive.server.WebTestClient;

/** An instance whose way to the database is cut, or whose database is busy with something else. */
@InventoryTest
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
class DatabaseOutageTests {

  @Autowired TestShops shops;
  @Autowired Invariants invariants;

  private Cable cable;
  private SecondInstance instance;

  @BeforeAll
  void start(@Autowired ConfigurableApplicationContext first) {
    String port = first.getEnvironment().getRequiredProperty("lapak.db.port");
    String name = first.getEnvironment().getRequiredProperty("lapak.db.name");
    cable = new Cable(Integer.parseInt(port));
    instance =
        new SecondInstance(
            first,
            "--spring.r2dbc.url=r2dbc:postgresql://127.0.0.1:" + cable.port() + "/" + name,
            "--spring.r2dbc.properties.options=enable_seqscan=off;lock_timeout=1s;statement_timeout=2s",
            "--spring.r2dbc.pool.max-size=4",
            "--spring.r2dbc.pool.max-acquire-time=1s");
  }

  @AfterAll
  void stop() throws Exception {
    instance.close();
    cable.close();
  }

  @Test
  void without_its_database_it_says_try_again_and_goes_on_when_it_is_back() {
    UUID product = shops.open().product(5);
    assertThat(available(product)).isEqualTo("5");
    assertThat(readiness()).isEqualTo(200);
    cable.cut();
    try {
      assertThat(readiness()).isEqualTo(503);
      for (int i = 0; i < 10; i++) {
        assertThat(requestErrors(availability(product))).containsExactly("TRY_AGAIN");
        assertThat(requestErrors(reserve(product))).containsExactly("TRY_AGAIN");
        assertThat(requestErrors(commit())).containsExactly("TRY_AGAIN");
      }
    } finally {
      cable.mend();
    }
    for (int i = 0; i < 10; i++) {
      assertThat(available(product)).isEqualTo("5");
    }
    assertThat(requestErrors(reserve(product))).isEmpty();
    assertThat(available(product)).isEqualTo("4");
    assertThat(readiness()).isEqualTo(200);
    invariants.check();
  }

  @Test
  void database_that_is_too_busy_is_not_waited_for() {
    UUID product = shops.open().product(5);
    List<List<Object>> errors =
        whileNobodyMayRead(() -> Together.run(30, i -> requestErrors(availability(product))));
    assertThat(errors).hasSize(30).containsOnly(List.of("TRY_AGAIN"));
    assertThat(available(product)).isEqualTo("5");
  }

  private int readiness() {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + instance.port())
        .responseTimeout(Duration.ofSeconds(10))
        .build()
        .get()
        .uri("/actuator/health/readiness")
        .exchange()
        .returnResult(Void.class)
        .getStatus()
        .value();
  }

  /** Does something while somebody has the table for themselves. */
  private List<List<Object>> whileNobodyMayRead(Supplier<List<List<Object>>> action) {
    return Objects.requireNonNull(
        invariants
            .database()
            .execute(
                (ConnectionCallback<List<List<Object>>>)
                    connection -> {
                      connection.setAutoCommit(false);
                      try (var lock = connection.createStatement()) {
                        lock.execute("LOCK TABLE stock_level IN ACCESS EXCLUSIVE MODE");
                        return action.get();
                      } finally {
                        connection.rollback();
                        connection.setAutoCommit(true);
                      }
                    }));
  }

  private String available(UUID product) {
    return data(availability(product)).at("/_entities/0/availability/total").toString();
  }

  private Response availability(UUID product) {
    return as("router")
        .document(
            """
            query ($products: [_Any!]!) { _entities(representations: $products) {
              ... on Product { availability { total } } } }
            """)
        .variable("products", List.of(Map.of("__typename", "Product", "id", product)))
        .execute();
  }

  private Response reserve(UUID product) {
    return as("orders")
        .document(
            """
            mutation ($input: ReserveStockInput!) { reserveStock(input: $input) {
              errors { code } } }
            """)
        .variable(
            "input",
            Map.of(
                "reservations",
                Stream.of(TestOrders.reservation(UUID.randomUUID(), Map.of(product, 1))).toList()))
        .execute();
  }

  private Response commit() {
    return as("orders")
        .document(
            "mutation ($ids: [ID!]!) { commitReservations(input: {ids: $ids}) { errors { code } } }")
        .variable("ids", List.of(UUID.randomUUID()))
        .execute();
  }

  private HttpGraphQlTester as(String caller) {
    return HttpGraphQlTester.create(
        WebTestClient.bindToServer()
            .baseUrl("http://127.0.0.1:" + instance.port() + "/graphql")
            .responseTimeout(Duration.ofSeconds(30))
            .defaultHeader(Caller.HEADER, TestCallers.header(caller))
            .build());
  }
}
