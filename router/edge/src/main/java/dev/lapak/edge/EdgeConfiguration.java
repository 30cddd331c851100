package dev.lapak.edge;

import dev.lapak.edge.operation.Posts;
import dev.lapak.edge.router.RouterProperties;
import dev.lapak.edge.socket.Sockets;
import dev.lapak.platform.error.HangUps;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** What the edge's parts share: the clock, the event loops and the connections behind the door. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Several applications may share one JVM: closing one must not close the others' event loops. */
  @Bean
  ReactorResourceFactory reactorResourceFactory(RouterProperties router) {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    // In a log of several applications the thread says whose line it is.
    resources.setLoopResourcesSupplier(() -> LoopResources.create("edge"));
    // When these close, the server has waited for its last requests.
    resources.setShutdownQuietPeriod(Duration.ZERO);
    resources.setConnectionProviderSupplier(
        () ->
            ConnectionProvider.builder("edge")
                .maxConnections(router.connections())
                .pendingAcquireMaxCount(router.waiting())
                .pendingAcquireTimeout(Duration.ofSeconds(5))
                // Below what the other side allows, so that nothing is sent into a closing one.
                .maxIdleTime(Duration.ofSeconds(5))
                .lifo()
                .build());
    return resources;
  }

  /** Whoever sends a request piece by piece forever does not hold a connection forever. */
  @Bean
  WebServerFactoryCustomizer<NettyReactiveWebServerFactory> patience(
      @Value("${lapak.edge.read-timeout}") Duration readTimeout) {
    return factory -> factory.addServerCustomizers(server -> server.readTimeout(readTimeout));
  }

  @Bean
  WebServerFactoryCustomizer<NettyReactiveWebServerFactory> readableTargets() {
    return factory ->
        factory.addServerCustomizers(server -> server.mapHandle(UnreadableTarget::refuse));
  }

  @Bean
  HangUps hangUps() {
    return new HangUps();
  }

  @Bean
  HandlerMapping endpointMapping(Posts posts, Sockets sockets) {
    return new SimpleUrlHandlerMapping(Map.of("/graphql", new Endpoint(posts, sockets)), -3);
  }

  @Bean
  HttpClient httpClient(ReactorResourceFactory resources) {
    return HttpClient.create(resources.getConnectionProvider())
        .runOn(resources.getLoopResources())
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1_000)
        .option(ChannelOption.TCP_NODELAY, true);
  }
}
