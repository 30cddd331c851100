package dev.lapak.inventory.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.SubgraphTester;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reserves as orders does, through the subgraph's port. */
public final class TestOrders {

  private static final Duration LONG = Duration.ofHours(1);

  private final SubgraphTester subgraph;
  private final JdbcTemplate database;

  TestOrders(SubgraphTester subgraph, JdbcTemplate database) {
    this.subgraph = subgraph;
    this.database = database;
  }

  /** A reservation as an input. */
  public static Map<String, Object> reservation(UUID id, Duration lease, Map<UUID, Integer> lines) {
    return Map.of(
        "id",
        id,
        "expiresAt",
        OffsetDateTime.now().plus(lease).toString(),
        "lines",
        lines.entrySet().stream()
            .map(line -> Map.of("productId", line.getKey(), "quantity", line.getValue()))
            .toList());
  }

  public static Map<String, Object> reservation(UUID id, Map<UUID, Integer> lines) {
    return reservation(id, LONG, lines);
  }

  /** Reserves, which must succeed; answers the reservation's id. */
  public UUID reserved(UUID product, int quantity) {
    return reserved(product, quantity, LONG);
  }

  public UUID reserved(UUID product, int quantity, Duration lease) {
    UUID id = UUID.randomUUID();
    assertThat(
            Answers.codes(
                reserve(reservation(id, lease, Map.of(product, quantity))), "reserveStock"))
        .isEmpty();
    return id;
  }

  @SafeVarargs
  public final Response reserve(Map<String, Object>... reservations) {
    return reserve(List.of(reservations));
  }

  public Response reserve(List<Map<String, Object>> reservations) {
    return subgraph
        .caller("orders")
        .document(
            """
            mutation ($input: ReserveStockInput!) { reserveStock(input: $input) {
              reservations { id status expiresAt }
              errors { code message reservationId productId available } } }
            """)
        .variable("input", Map.of("reservations", reservations))
        .execute();
  }

  /** Each list for itself. */
  public Response reserveForEach(List<List<Map<String, Object>>> each) {
    return subgraph
        .caller("orders")
        .document(
            """
            mutation ($inputs: [ReserveStockInput!]!) { reserveStockForEach(inputs: $inputs) {
              reservations { id status }
              errors { code reservationId productId available } } }
            """)
        .variable("inputs", each.stream().map(one -> Map.of("reservations", one)).toList())
        .execute();
  }

  public Response extend(OffsetDateTime expiresAt, UUID... ids) {
    return end(
        "extendReservations",
        "ExtendReservationsInput",
        Map.of("ids", List.of(ids), "expiresAt", expiresAt.toString()));
  }

  public Response commit(UUID... ids) {
    return end("commitReservations", "CommitReservationsInput", Map.of("ids", List.of(ids)));
  }

  public Response release(UUID... ids) {
    return end("releaseReservations", "ReleaseReservationsInput", Map.of("ids", List.of(ids)));
  }

  public Response giveBack(UUID... ids) {
    return end("returnReservations", "ReturnReservationsInput", Map.of("ids", List.of(ids)));
  }

  private Response end(String mutation, String type, Map<String, Object> input) {
    return subgraph
        .caller("orders")
        .document(
            """
            mutation ($input: %s!) { %s(input: $input) {
              reservations { id status expiresAt } errors { code message reservationId } } }
            """
                .formatted(type, mutation))
        .variable("input", input)
        .execute();
  }

  /** Until PostgreSQL's clock says so. */
  public void waitUntilOver(UUID reservation) {
    database.queryForList(
        """
        SELECT pg_sleep(greatest(0.01, extract(epoch FROM expires_at - clock_timestamp())))
        FROM reservation WHERE id = ?
        """,
        reservation);
  }
}
