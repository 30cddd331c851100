package dev.lapak.orders.testing;

import io.r2dbc.proxy.ProxyConnectionFactory;
import io.r2dbc.proxy.core.QueryExecutionInfo;
import io.r2dbc.proxy.listener.ProxyExecutionListener;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** What the subgraph sends to PostgreSQL. */
public final class Statements implements BeanPostProcessor, ProxyExecutionListener {

  private final List<String> seen = new CopyOnWriteArrayList<>();

  /** Those with that text in them, during the action. */
  public List<String> during(Runnable action, String text) {
    seen.clear();
    action.run();
    return seen.stream().filter(sql -> sql.contains(text)).toList();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof ConnectionFactory factory
        ? ProxyConnectionFactory.builder(factory).listener(this).build()
        : bean;
  }

  @Override
  public void beforeQuery(QueryExecutionInfo execution) {
    execution.getQueries().forEach(query -> seen.add(query.getQuery()));
  }
}
