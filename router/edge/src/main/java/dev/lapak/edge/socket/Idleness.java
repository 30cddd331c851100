package dev.lapak.edge.socket;

import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServerRequest;

/** Closes connections whose other side is gone or does not take what is sent to it. */
final class Idleness {

  private Idleness() {}

  /** Watches both ways: the other side must send something now and then, and read. */
  static void watch(ServerWebExchange exchange, Duration silence, Duration writeTimeout) {
    Connection connection = connection(exchange);
    // The one of the request would stay if the upgrade is faster than the request's end.
    connection.removeHandler(NettyPipeline.ReadTimeoutHandler);
    connection.addHandlerFirst(new ReadTimeoutHandler(silence.toMillis(), TimeUnit.MILLISECONDS));
    connection.addHandlerFirst(
        new WriteTimeoutHandler(writeTimeout.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Watches that the other side reads. */
  static Connection watch(ServerWebExchange exchange, Duration writeTimeout) {
    Connection connection = connection(exchange);
    connection.addHandlerFirst(
        new WriteTimeoutHandler(writeTimeout.toMillis(), TimeUnit.MILLISECONDS));
    return connection;
  }

  private static Connection connection(ServerWebExchange exchange) {
    HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
    Connection[] found = new Connection[1];
    request.withConnection(connection -> found[0] = connection);
    return found[0];
  }
}
