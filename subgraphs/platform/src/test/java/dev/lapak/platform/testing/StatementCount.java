package dev.lapak.platform.testing;

import io.r2dbc.proxy.ProxyConnectionFactory;
import io.r2dbc.proxy.core.QueryExecutionInfo;
import io.r2dbc.proxy.listener.ProxyExecutionListener;
import io.r2dbc.spi.ConnectionFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the statements that are sent to the database; a test that wants it imports it. */
public final class StatementCount implements BeanPostProcessor, ProxyExecutionListener {

  private static final int TIMES = 3;

  private final AtomicInteger statements = new AtomicInteger();

  /**
   * How many statements it takes to read something. It is read a few times, and the fewest count:
   * what goes on in the background has statements of its own now and then.
   */
  public int of(Runnable reading) {
    return IntStream.range(0, TIMES).map(i -> once(reading)).min().orElseThrow();
  }

  private int once(Runnable reading) {
    int before = statements.get();
    reading.run();
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
