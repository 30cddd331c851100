package dev.lapak.local.bench;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.r2dbc.connection.DelegatingConnectionFactory;
import reactor.core.publisher.Mono;

/** Takes the time from when a connection leaves the pool until it is given back. */
final class HoldTimes implements BeanPostProcessor {

  private final Times times = new Times();

  long[] take() {
    return times.take();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof ConnectionFactory factory ? timed(factory) : bean;
  }

  private ConnectionFactory timed(ConnectionFactory factory) {
    return new DelegatingConnectionFactory(factory) {
      @Override
      public Mono<Connection> create() {
        return Mono.<Connection>from(factory.create()).map(HoldTimes.this::timed);
      }
    };
  }

  private Connection timed(Connection connection) {
    long begin = System.nanoTime();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(connection, arguments);
                return method.getName().equals("close") && answer instanceof Publisher<?> closing
                    ? Mono.from(closing).doFinally(end -> times.add(System.nanoTime() - begin))
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }
}
