package dev.lapak.platform.testing;

import io.r2dbc.proxy.ProxyConnectionFactory;
import io.r2dbc.proxy.core.QueryExecutionInfo;
import io.r2dbc.proxy.listener.ProxyExecutionListener;
import io.r2dbc.spi.ConnectionFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the statements that are sent to the database; a test that wants it imports it. */
public final class StatementCount implements BeanPostProcessor, ProxyExecutionListener {

  private final AtomicInteger statements = new AtomicInteger();

  /** How many statements it takes. */
  public int of(Runnable work) {
    int before = statements.get();
    work.run();
    return statements.get() - before;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof ConnectionFactory factory
        ? ProxyConnectionFactory.builder(factory).listener(this).build()
        : bean;
  }

  @Override
  public void beforeQuery(QueryExecutionInfo query) {
    statements.addAndGet(query.getQueries().size());
  }
}
