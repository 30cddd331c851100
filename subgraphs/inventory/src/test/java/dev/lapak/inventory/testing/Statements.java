package dev.lapak.inventory.testing;

import io.r2dbc.proxy.core.QueryExecutionInfo;
import io.r2dbc.proxy.listener.ProxyExecutionListener;
import io.r2dbc.spi.R2dbcException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was sent to PostgreSQL, and what it refused. */
public final class Statements implements ProxyExecutionListener {

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final List<String> refused = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void afterQuery(QueryExecutionInfo execution) {
    execution.getQueries().forEach(query -> seen.add(query.getQuery()));
    if (execution.getThrowable() instanceof R2dbcException failure) {
      refused.add(String.valueOf(failure.getSqlState()));
    }
  }

  /** Those that the action sent; it must be alone. */
  public List<String> during(Runnable action) {
    seen.clear();
    action.run();
    return List.copyOf(seen);
  }

  /** The states with which statements have failed since the last time. */
  public List<String> refused() {
    List<String> states = List.copyOf(refused);
    refused.clear();
    return states;
  }
}
