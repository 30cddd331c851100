package dev.lapak.edge.socket;

import dev.lapak.edge.subscription.Slots;
import dev.lapak.edge.visitor.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webflux.GraphQlSseHandler;
import org.springframework.graphql.server.webflux.GraphQlWebSocketHandler;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.netty.http.server.WebsocketServerSpec;

/** Opens the two kinds of connections that stay. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SocketProperties.class)
class SocketConfiguration {

  @Bean
  VisitorInterceptor visitorInterceptor(Tokens tokens) {
    return new VisitorInterceptor(tokens);
  }

  @Bean
  OpenConnections openConnections(SocketProperties properties, MeterRegistry meters) {
    OpenConnections connections = new OpenConnections(properties.most(), properties.drain());
    return meters.gauge("lapak.edge.connections", connections, OpenConnections::size);
  }

  @Bean
  Sockets sockets(
      WebGraphQlHandler operations,
      ServerCodecConfigurer codecs,
      Tokens tokens,
      OpenConnections connections,
      Slots slots,
      SocketProperties properties,
      Clock clock) {
    int messageSize = Math.toIntExact(properties.messageSize().toBytes());
    return new Sockets(
        new HandshakeWebSocketService(
            new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(messageSize))),
        // Signs of life are asked for by WebSocket's own pings, which every client answers.
        new GraphQlWebSocketHandler(operations, codecs, properties.initTimeout()),
        tokens,
        new Origins(properties.origins()),
        connections,
        slots,
        properties,
        clock);
  }

  @Bean
  EventStreams eventStreams(
      WebGraphQlHandler operations,
      ServerCodecConfigurer codecs,
      OpenConnections connections,
      SocketProperties properties) {
    return new EventStreams(
        new GraphQlSseHandler(operations, null, properties.signOfLife()),
        connections,
        properties,
        codecs);
  }
}
