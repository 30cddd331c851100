package dev.lapak.edge.operation;

import dev.lapak.edge.document.Documents;
import dev.lapak.edge.router.Router;
import dev.lapak.edge.socket.EventStreams;
import dev.lapak.edge.visitor.Tokens;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes operations by POST. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationProperties.class)
class OperationConfiguration {

  @Bean
  Posts posts(
      Tokens tokens,
      Documents documents,
      Router router,
      EventStreams streams,
      OperationProperties properties) {
    return new Posts(
        tokens, documents, router, streams, Math.toIntExact(properties.body().toBytes()));
  }
}
