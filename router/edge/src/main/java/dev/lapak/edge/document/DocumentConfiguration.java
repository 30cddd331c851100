package dev.lapak.edge.document;

import dev.lapak.edge.schema.ApiSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the reader of documents. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentProperties.class)
class DocumentConfiguration {

  @Bean
  Documents documents(DocumentProperties properties, ApiSchema api) {
    return new Documents(properties, api.schema());
  }
}
