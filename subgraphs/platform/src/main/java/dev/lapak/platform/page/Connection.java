package dev.lapak.platform.page;

import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A page of a list.
 *
 * @param totalCount counts all pages' rows when subscribed to, not before
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, Mono<Integer> totalCount) {

  public Connection {
    edges = List.copyOf(edges);
  }

  /**
   * @param rows what was found with {@link PageRequest#limit()}
   */
  public static <T> Connection<T> of(
      List<T> rows, PageRequest page, Function<T, Cursor> cursor, Mono<Integer> totalCount) {
    List<Edge<T>> edges =
        rows.stream()
            .limit(page.first())
            .map(row -> new Edge<>(cursor.apply(row).encode(), row))
            .toList();
    PageInfo info =
        new PageInfo(
            page.after() != null,
            rows.size() > page.first(),
            edges.isEmpty() ? null : edges.getFirst().cursor(),
            edges.isEmpty() ? null : edges.getLast().cursor());
    return new Connection<>(edges, info, totalCount);
  }

  /**
   * This page, if it was searched for further than its last row: the next one begins there.
   *
   * @param hasNextPage whether there is more to search
   */
  public Connection<T> searchedTo(Cursor last, boolean hasNextPage) {
    PageInfo info =
        new PageInfo(
            pageInfo.hasPreviousPage(), hasNextPage, pageInfo.startCursor(), last.encode());
    return new Connection<>(edges, info, totalCount);
  }
}
