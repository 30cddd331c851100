package dev.lapak.platform.remote;

import dev.lapak.platform.caller.CallerProperties;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Calls to other subgraphs, with a bound on time and on connections. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RemoteProperties.class)
public class RemoteConfiguration {

  /** Several applications may share one JVM: closing one must not close the others' event loops. */
  @Bean
  ReactorResourceFactory reactorResourceFactory(RemoteProperties remote, CallerProperties caller) {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    // In a log of several applications the thread says whose line it is.
    resources.setLoopResourcesSupplier(() -> LoopResources.create(caller.name()));
    // When these close, the server has waited for its last requests.
    resources.setShutdownQuietPeriod(Duration.ZERO);
    resources.setConnectionProviderSupplier(
        () ->
            ConnectionProvider.builder("lapak")
                .maxConnections(remote.connections())
                .pendingAcquireMaxCount(10_000)
                .pendingAcquireTimeout(Duration.ofSeconds(5))
                .maxIdleTime(Duration.ofSeconds(30))
                .build());
    return resources;
  }

  @Bean
  Subgraphs subgraphs(
      RemoteProperties remote,
      CallerProperties caller,
      ReactorResourceFactory resources,
      WebClient.Builder web) {
    ReactorClientHttpConnector connector =
        new ReactorClientHttpConnector(
            resources,
            client ->
                client
                    .responseTimeout(remote.timeout())
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1_000));
    return new Subgraphs(remote, caller, web.clone().clientConnector(connector));
  }
}
