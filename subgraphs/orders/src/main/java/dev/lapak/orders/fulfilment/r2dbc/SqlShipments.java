package dev.lapak.orders.fulfilment.r2dbc;

import dev.lapak.orders.fulfilment.Parcel;
import dev.lapak.orders.fulfilment.Shipment;
import dev.lapak.orders.fulfilment.Shipments;
import dev.lapak.orders.order.r2dbc.OrderRows;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SqlShipments implements Shipments {

  private static final String OF =
      """
      SELECT order_id, carrier, tracking_number, tracking_url, shipped_at FROM shipment
      WHERE order_id = ANY (:orders)
      """;

  private static final String ADD =
      """
      INSERT INTO shipment (order_id, carrier, tracking_number, tracking_url)
      VALUES (:order, :carrier, :number, :url)
      """;

  private final DatabaseClient database;

  SqlShipments(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Map<UUID, Shipment>> of(Collection<UUID> orders) {
    return database
        .sql(OF)
        .bind("orders", orders.toArray(UUID[]::new))
        .map(row -> Map.entry(OrderRows.get(row, "order_id", UUID.class), shipment(row)))
        .all()
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private static Shipment shipment(Readable row) {
    return new Shipment(
        OrderRows.text(row, "carrier"),
        OrderRows.text(row, "tracking_number"),
        row.get("tracking_url", String.class),
        OrderRows.utc(OrderRows.get(row, "shipped_at", OffsetDateTime.class)));
  }

  @Override
  public Mono<Long> add(UUID order, Parcel parcel) {
    return database
        .sql(ADD)
        .bind("order", order)
        .bind("carrier", parcel.carrier())
        .bind("number", parcel.trackingNumber())
        .bind("url", Parameter.fromOrEmpty(parcel.trackingUrl(), String.class))
        .fetch()
        .rowsUpdated();
  }
}
