package dev.lapak.edge.file;

import dev.lapak.edge.subgraph.Subgraphs;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import reactor.netty.http.client.HttpClient;

/** Serves {@code /files}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileProperties.class)
class FileConfiguration {

  @Bean
  HandlerMapping fileMapping(HttpClient client, Subgraphs subgraphs, FileProperties properties) {
    return new SimpleUrlHandlerMapping(
        Map.of("/files/**", new Files(client, subgraphs, properties)), -2);
  }
}
