package dev.lapak.edge.operation;

import dev.lapak.edge.document.Documents;
import dev.lapak.edge.router.Router;
import dev.lapak.edge.socket.EventStreams;
import dev.lapak.edge.subgraph.Subgraphs;
import dev.lapak.edge.visitor.Tokens;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;

/** Takes operations by POST. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OperationProperties.class, FormProperties.class})
class OperationConfiguration {

  @Bean
  Forms forms(
      Documents documents,
      HttpClient client,
      Subgraphs subgraphs,
      FormProperties form,
      OperationProperties operation) {
    return new Forms(
        documents,
        new FileSender(client, subgraphs, form),
        form,
        Math.toIntExact(operation.body().toBytes()));
  }

  @Bean
  Posts posts(
      Tokens tokens,
      Documents documents,
      Forms forms,
      Router router,
      EventStreams streams,
      OperationProperties properties) {
    return new Posts(
        tokens, documents, forms, router, streams, Math.toIntExact(properties.body().toBytes()));
  }
}
