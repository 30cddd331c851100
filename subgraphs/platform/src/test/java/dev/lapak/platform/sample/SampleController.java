package dev.lapak.platform.sample;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.platform.trace.Trace;
import dev.lapak.platform.viewer.Viewer;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class SampleController {

  static final UUID BROKEN = UUID.fromString("00000000-0000-7000-8000-00000000dead");
  static final UUID MISSING = UUID.fromString("00000000-0000-7000-8000-000000000404");
  static final String SECRET = "jdbc:postgresql://somewhere/with?password=secret";

  /** How often the total was counted. */
  static final AtomicInteger COUNTS = new AtomicInteger();

  private final DatabaseClient db;

  SampleController(DatabaseClient db) {
    this.db = db;
  }

  record Thing(UUID id, String name) {}

  record Note(String text, @Nullable Integer urgency) {
    Note {
      if (urgency != null && urgency > 10) {
        throw RequestException.badUserInput("urgency is 10 at most.");
      }
    }
  }

  record Echo(
      @Nullable UUID id,
      @Nullable BigDecimal amount,
      @Nullable Currency currency,
      @Nullable OffsetDateTime at,
      @Nullable String text,
      @Nullable Integer urgency) {}

  enum Failure {
    REFUSED,
    UNEXPECTED,
    UNEXPECTED_LATER,
    NUL_CHARACTER
  }

  @QueryMapping
  @Nullable UUID viewer(@ContextValue Viewer viewer) {
    return viewer.userId();
  }

  @QueryMapping
  String caller(@ContextValue Caller caller) {
    return caller.name();
  }

  @QueryMapping
  Mono<String> trace() {
    return Mono.deferContextual(context -> Mono.just(context.<Trace>get(Trace.KEY).id()));
  }

  @QueryMapping
  boolean forOrders(@ContextValue Caller caller) {
    caller.require("orders");
    return true;
  }

  @QueryMapping
  Echo echo(
      @Argument @Nullable UUID id,
      @Argument @Nullable BigDecimal amount,
      @Argument @Nullable Currency currency,
      @Argument @Nullable OffsetDateTime at,
      @Argument @Nullable Note note) {
    return new Echo(
        id,
        amount,
        currency,
        at,
        note == null ? null : note.text(),
        note == null ? null : note.urgency());
  }

  @QueryMapping
  Mono<String> fail(@Argument Failure how) {
    return switch (how) {
      case REFUSED ->
          throw new RequestException(RequestErrorCode.NOT_FOUND, "There is no such thing.");
      case UNEXPECTED -> throw new IllegalStateException(SECRET);
      case UNEXPECTED_LATER -> Mono.error(new IllegalStateException(SECRET));
      case NUL_CHARACTER ->
          db.sql("SELECT :text").bind("text", "a\u0000b").mapValue(String.class).one();
    };
  }

  @QueryMapping
  Flux<Thing> failingThings() {
    return Flux.error(new RequestException(RequestErrorCode.TRY_AGAIN, "Later."));
  }

  @QueryMapping
  Mono<Thing> thingless() {
    return Mono.empty();
  }

  @QueryMapping
  Connection<Thing> things(@Argument int first, @Argument @Nullable String after) {
    PageRequest page = PageRequest.of(first, after, "things");
    int start = page.after() == null ? 0 : Integer.parseInt(page.after().keys().getLast()) + 1;
    List<Thing> rows =
        IntStream.range(start, Math.min(5, start + page.limit()))
            .mapToObj(number -> new Thing(new UUID(0, number), "Thing " + number))
            .toList();
    return Connection.of(
        rows,
        page,
        thing -> Cursor.of("things", thing.id().getLeastSignificantBits()),
        Mono.fromSupplier(
            () -> {
              COUNTS.incrementAndGet();
              return 5;
            }));
  }

  @SchemaMapping(typeName = "ThingConnection")
  Mono<Integer> totalCount(Connection<Thing> things) {
    return things.totalCount();
  }

  @EntityMapping
  Mono<List<@Nullable Thing>> thing(@Argument List<UUID> idList) {
    if (idList.contains(BROKEN)) {
      return Mono.error(new IllegalStateException(SECRET));
    }
    return Mono.just(idList.stream().<@Nullable Thing>map(SampleController::found).toList());
  }

  private static @Nullable Thing found(UUID id) {
    return id.equals(MISSING) || id.version() == 3 ? null : new Thing(id, "Thing " + id);
  }
}
