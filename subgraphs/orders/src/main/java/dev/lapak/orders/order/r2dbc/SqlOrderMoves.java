package dev.lapak.orders.order.r2dbc;

import dev.lapak.orders.order.Actor;
import dev.lapak.orders.order.Move;
import dev.lapak.orders.order.Order;
import dev.lapak.orders.order.OrderMoves;
import dev.lapak.orders.order.OrderStatus;
import dev.lapak.orders.order.Party;
import dev.lapak.platform.viewer.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class SqlOrderMoves implements OrderMoves {

  private static final String[] NOWHERE = {};

  private final DatabaseClient database;

  SqlOrderMoves(DatabaseClient database) {
    this.database = database;
  }

  @Override
  public Mono<Order> make(Move move, UUID orderId, Actor actor, @Nullable String reason) {
    return one(move, orderId, actor, reason).map(OrderRows::order).one();
  }

  @Override
  public Mono<Order> extend(UUID orderId, Viewer buyer, Duration by, Instant heldUntil) {
    return one(Move.EXTEND_DEADLINE, orderId, new Actor.Person(buyer), null)
        .bind("by", seconds(by))
        .bind("heldUntil", heldUntil.atOffset(ZoneOffset.UTC))
        .map(OrderRows::order)
        .one();
  }

  @Override
  public Mono<Order> reinstate(
      UUID orderId, Actor actor, UUID reservation, Instant heldUntil, @Nullable String reason) {
    return one(Move.REINSTATE, orderId, actor, reason)
        .bind("reservation", reservation)
        .bind("heldUntil", heldUntil.atOffset(ZoneOffset.UTC))
        .map(OrderRows::order)
        .one();
  }

  private GenericExecuteSpec one(Move move, UUID orderId, Actor actor, @Nullable String reason) {
    GenericExecuteSpec spec =
        database
            .sql(MoveSql.one(move))
            .bind("to", move.to().name())
            .bind("event", move.event().name())
            .bind("id", orderId)
            .bind("reason", Parameter.fromOrEmpty(reason, String.class));
    return switch (actor) {
      case Actor.Person(Viewer viewer) ->
          spec.bind("actor", viewer.requireUser())
              .bind("buyer", Parameter.fromOrEmpty(viewer.userId(), UUID.class))
              .bind("seller", Parameter.fromOrEmpty(viewer.sellerId(), UUID.class))
              .bind("fromBuyer", from(move, Party.BUYER))
              .bind("fromSeller", from(move, Party.SELLER))
              .bind("fromOther", viewer.isAdmin() ? from(move, Party.ADMIN) : NOWHERE)
              .bind("other", Party.ADMIN.name());
      case Actor.Machine machine ->
          spec.bind("actor", Parameter.empty(UUID.class))
              .bind("buyer", Parameter.empty(UUID.class))
              .bind("seller", Parameter.empty(UUID.class))
              .bind("fromBuyer", NOWHERE)
              .bind("fromSeller", NOWHERE)
              .bind("fromOther", from(move, machine.party()))
              .bind("other", machine.party().name());
    };
  }

  @Override
  public Mono<Long> expireDue(int limit) {
    return due(Move.EXPIRE, Duration.ZERO, limit);
  }

  @Override
  public Mono<Long> completeDue(Duration after, int limit) {
    return due(Move.COMPLETE, after, limit);
  }

  private Mono<Long> due(Move move, Duration after, int limit) {
    return database
        .sql(MoveSql.due(move))
        .bind("after", seconds(after))
        .bind("limit", limit)
        .bind("to", move.to().name())
        .bind("event", move.event().name())
        .fetch()
        .rowsUpdated();
  }

  private static String[] from(Move move, Party party) {
    return move.from(party).stream().map(OrderStatus::name).toArray(String[]::new);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
