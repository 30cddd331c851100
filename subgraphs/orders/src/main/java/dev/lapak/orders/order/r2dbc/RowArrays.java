package dev.lapak.orders.order.r2dbc;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows as the arrays that {@code unnest} takes, of a column each. */
public final class RowArrays {

  private RowArrays() {}

  /** The column of that value, a row each. */
  public static <T, A> A[] column(
      List<T> rows, Function<T, ? extends @Nullable Object> value, IntFunction<A[]> make) {
    return rows.stream().map(value).toArray(make);
  }
}
