package dev.lapak.inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.Columns;
import dev.lapak.inventory.availability.Availability;
import dev.lapak.inventory.model.Model.Place;
import dev.lapak.inventory.reservation.ReservationLine;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** What is written, to be compared with the model; and the clock, put forward. */
final class Tables {

  /** A level as it is to those who read: what is over is free. */
  private static final String LEVELS =
      """
      SELECT product_id, warehouse_id, on_hand, reserved - coalesce((
        SELECT sum(quantity)::int FROM reservation_line d
        WHERE d.product_id = l.product_id AND d.warehouse_id = l.warehouse_id AND d.held_until <= now()), 0)
        AS reserved
      FROM stock_level l WHERE product_id = ANY (:products)
      """;

  private static final String RESERVATIONS =
      """
      SELECT l.reservation_id, l.product_id, l.warehouse_id, l.quantity,
        CASE WHEN r.status = 'ACTIVE' AND r.expires_at <= now() THEN 'EXPIRED' ELSE r.status END AS status
      FROM reservation_line l JOIN reservation r ON r.id = l.reservation_id WHERE l.product_id = ANY (:products)
      """;

  private static final String TRANSFERS =
      """
      SELECT t.id, t.status, l.product_id, l.quantity, coalesce(l.quantity - l.received, 0) AS missing
      FROM transfer_line l JOIN transfer t ON t.id = l.transfer_id WHERE l.product_id = ANY (:products)
      """;

  private static final String TAKEN =
      """
      SELECT reservation_id, product_id, warehouse_id, quantity FROM reservation_line
      WHERE reservation_id = ANY (:ids)
      """;

  private static final String LET_END =
      """
      WITH over AS (
        UPDATE reservation SET expires_at = clock_timestamp() - interval '1 second'
        WHERE id = :id AND status = 'ACTIVE'
        RETURNING id, expires_at)
      UPDATE reservation_line l SET held_until = over.expires_at FROM over WHERE l.reservation_id = over.id
      """;

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<Integer> NONE = List.of(0, 0);

  private final DatabaseClient database;

  Tables(DatabaseClient database) {
    this.database = database;
  }

  /** As if time had passed: the reservation's lease is over, unless it has ended already. */
  void letEnd(UUID reservation) {
    database.sql(LET_END).bind("id", reservation).then().block(SOON);
  }

  /** What each of the reservations holds. */
  Map<UUID, List<ReservationLine>> taken(Collection<UUID> reservations) {
    return all(
            database.sql(TAKEN).bind("ids", reservations.toArray(UUID[]::new)),
            row ->
                Map.entry(
                    Columns.uuid(row, "reservation_id"),
                    new ReservationLine(
                        Columns.uuid(row, "product_id"),
                        Columns.uuid(row, "warehouse_id"),
                        Columns.number(row, "quantity"))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Fails where what is written of these products is not what the model says. */
  void compare(Model model, Collection<UUID> products, Instance instance) {
    compareLevels(model, products);
    compareReservations(model, products);
    compareTransfers(model, products);
    Map<UUID, Availability> said = instance.availabilities().of(products).block(SOON);
    assertThat(said).isNotNull();
    assertThat(products)
        .allSatisfy(
            product ->
                assertThat(said.get(product))
                    .isEqualTo(new Availability(product, model.available(product))));
  }

  private void compareLevels(Model model, Collection<UUID> products) {
    Map<Place, List<Integer>> expected = new HashMap<>();
    model.onHand.forEach(
        (place, onHand) -> expected.put(place, List.of(onHand, model.reserved(place))));
    Map<Place, List<Integer>> found =
        all(
                of(LEVELS, products),
                row ->
                    Map.entry(
                        new Place(
                            Columns.uuid(row, "product_id"), Columns.uuid(row, "warehouse_id")),
                        List.of(Columns.number(row, "on_hand"), Columns.number(row, "reserved"))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    // Where there was never any there may be no level, and the model may know nothing of one.
    found.keySet().forEach(place -> expected.putIfAbsent(place, NONE));
    expected.keySet().forEach(place -> found.putIfAbsent(place, NONE));
    assertThat(found).as("on hand and reserved").isEqualTo(expected);
    assertThat(found.values())
        .allMatch(level -> 0 <= level.getLast() && level.getLast() <= level.getFirst());
  }

  private void compareReservations(Model model, Collection<UUID> products) {
    Set<List<Object>> expected = new HashSet<>();
    model.promises.forEach(
        (id, promise) -> {
          Map<UUID, Integer> sums = new HashMap<>();
          promise
              .lines()
              .forEach(
                  line -> {
                    expected.add(
                        List.of(
                            id,
                            line.productId(),
                            line.warehouseId(),
                            line.quantity(),
                            promise.status().name()));
                    sums.merge(line.productId(), line.quantity(), Integer::sum);
                  });
          assertThat(sums).as("lines of %s", id).isEqualTo(promise.wanted());
        });
    List<List<Object>> found =
        all(
            of(RESERVATIONS, products),
            row ->
                List.of(
                    Columns.uuid(row, "reservation_id"),
                    Columns.uuid(row, "product_id"),
                    Columns.uuid(row, "warehouse_id"),
                    Columns.number(row, "quantity"),
                    Columns.text(row, "status")));
    assertThat(found).as("reservations").containsExactlyInAnyOrderElementsOf(expected);
  }

  private void compareTransfers(Model model, Collection<UUID> products) {
    Set<List<Object>> expected = new HashSet<>();
    model.transfers.forEach(
        (id, sent) ->
            sent.lines()
                .forEach(
                    (product, quantity) ->
                        expected.add(
                            List.of(id, sent.status().name(), product, quantity, sent.missing()))));
    List<List<Object>> found =
        all(
            of(TRANSFERS, products),
            row ->
                List.of(
                    Columns.uuid(row, "id"),
                    Columns.text(row, "status"),
                    Columns.uuid(row, "product_id"),
                    Columns.number(row, "quantity"),
                    Columns.number(row, "missing")));
    assertThat(found).as("transfers").containsExactlyInAnyOrderElementsOf(expected);
  }

  private GenericExecuteSpec of(String sql, Collection<UUID> products) {
    return database.sql(sql).bind("products", products.toArray(UUID[]::new));
  }

  private static <T> List<T> all(GenericExecuteSpec query, Function<Readable, T> row) {
    List<T> rows = query.map(row).all().collectList().block(SOON);
    return rows == null ? List.of() : rows;
  }
}
