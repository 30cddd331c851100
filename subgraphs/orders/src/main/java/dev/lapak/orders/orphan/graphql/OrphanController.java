package dev.lapak.orders.orphan.graphql;

import dev.lapak.orders.UnavailableException;
import dev.lapak.orders.order.graphql.Product;
import dev.lapak.orders.orphan.Orphans;
import dev.lapak.orders.reservation.HeldReservations.Held;
import dev.lapak.orders.reservation.HeldReservations.Place;
import dev.lapak.orders.reservation.Reservation;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.page.Cursor;
import dev.lapak.platform.page.PageRequest;
import dev.lapak.platform.viewer.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class OrphanController {

  private static final String LIST = "orphanedReservations";

  private final Orphans orphans;

  OrphanController(Orphans orphans) {
    this.orphans = orphans;
  }

  @QueryMapping
  Mono<Connection<Held>> orphanedReservations(
      @Argument int first, @Argument @Nullable String after, @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    PageRequest page = PageRequest.of(first, after, LIST);
    return orphans
        .after(place(page.after()))
        .map(stretch -> connection(stretch, page))
        .onErrorMap(
            UnavailableException.class,
            failure ->
                new RequestException(
                    RequestErrorCode.TRY_AGAIN, "Inventory does not answer now: try again."));
  }

  /** Goes on where it was looked last, though there may be none. */
  private static Connection<Held> connection(Orphans.Stretch stretch, PageRequest page) {
    List<Held> found = stretch.found().stream().limit(page.limit()).toList();
    Connection<Held> shown = Connection.of(found, page, held -> cursor(held.place()), Mono.empty());
    Place last = stretch.last();
    return shown.pageInfo().hasNextPage() || last == null
        ? shown
        : shown.searchedTo(cursor(last), !stretch.isEnd());
  }

  private static Cursor cursor(Place place) {
    return Cursor.of(LIST, place.expiresAt(), place.id());
  }

  private static @Nullable Place place(@Nullable Cursor after) {
    return after == null ? null : new Place(after.time(0), after.id(1));
  }

  @SchemaMapping(typeName = "OrphanedReservationLine")
  Product product(Reservation.Line line) {
    return new Product(line.productId());
  }
}
