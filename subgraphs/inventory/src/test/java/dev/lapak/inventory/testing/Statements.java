package dev.lapak.inventory.testing;

import io.r2dbc.proxy.core.QueryExecutionInfo;
import io.r2dbc.proxy.listener.ProxyExecutionListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was sent to PostgreSQL. */
public final class Statements implements ProxyExecutionListener {

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void afterQuery(QueryExecutionInfo execution) {
    execution.getQueries().forEach(query -> seen.add(query.getQuery()));
  }

  /** Those that the action sent; it must be alone. */
  public List<String> during(Runnable action) {
    seen.clear();
    action.run();
    return List.copyOf(seen);
  }
}
