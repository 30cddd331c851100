package dev.lapak.edge.subscription;

import dev.lapak.edge.document.Documents;
import dev.lapak.edge.plan.Planner;
import dev.lapak.edge.router.Router;
import dev.lapak.edge.subgraph.Subgraphs;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** Serves operations over open connections. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubscriptionProperties.class)
class SubscriptionConfiguration {

  private static final int MAX_EVENT = 4 * 1024 * 1024;

  @Bean
  Slots slots(SubscriptionProperties properties, MeterRegistry meters) {
    Slots slots = new Slots(properties.most(), null);
    return meters.gauge("lapak.edge.subscriptions", slots, Slots::taken);
  }

  @Bean
  SubgraphStreams subgraphStreams(
      ReactorResourceFactory resources, Subgraphs subgraphs, SubscriptionProperties properties) {
    // A stream holds its connection for as long as it lasts: none of them from a pool.
    HttpClient client =
        HttpClient.newConnection()
            .runOn(resources.getLoopResources())
            .responseTimeout(properties.silence());
    return new SubgraphStreams(
        WebClient.builder()
            .clientConnector(new ReactorClientHttpConnector(client))
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_EVENT))
            .build(),
        subgraphs);
  }

  @Bean
  WebGraphQlHandler liveOperations(
      Documents documents,
      Planner planner,
      Router router,
      SubgraphStreams streams,
      Slots slots,
      SubscriptionProperties properties,
      Clock clock,
      WebGraphQlInterceptor interceptor) {
    return WebGraphQlHandler.builder(
            new EdgeGraphQlService(
                documents,
                planner,
                router,
                streams,
                new Completion(router, properties.lookupTimeout()),
                slots,
                properties.lookups(),
                clock))
        .interceptor(interceptor)
        .build();
  }
}
