package dev.lapak.platform.testing;

import static java.util.Objects.requireNonNull;

import io.r2dbc.proxy.ProxyConnectionFactory;
import io.r2dbc.proxy.core.Binding;
import io.r2dbc.proxy.core.BoundValue;
import io.r2dbc.proxy.core.QueryExecutionInfo;
import io.r2dbc.proxy.listener.ProxyExecutionListener;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Parameter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Keeps the statements that are sent to the database; a test that wants them imports it. */
public final class SentStatements implements BeanPostProcessor, ProxyExecutionListener {

  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  /** A statement with what was bound to it. */
  public record Sent(String sql, List<Object> values) {}

  /** What it takes. */
  public List<Sent> of(Runnable work) {
    sent.clear();
    work.run();
    return List.copyOf(sent);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof ConnectionFactory factory
        ? ProxyConnectionFactory.builder(factory).listener(this).build()
        : bean;
  }

  @Override
  public void beforeQuery(QueryExecutionInfo execution) {
    execution
        .getQueries()
        .forEach(
            query ->
                sent.add(
                    new Sent(
                        query.getQuery(),
                        query.getBindingsList().stream()
                            .flatMap(bindings -> bindings.getIndexBindings().stream())
                            .map(Binding::getBoundValue)
                            .map(SentStatements::value)
                            .toList())));
  }

  private static Object value(BoundValue bound) {
    Object value = requireNonNull(bound.getValue());
    return value instanceof Parameter parameter ? requireNonNull(parameter.getValue()) : value;
  }
}
