package dev.lapak.edge.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Reads the contract of clients. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {

  @Bean
  ApiSchema apiSchema() throws IOException {
    return ApiSchema.parse(new ClassPathResource("graphql/api.graphql").getContentAsString(UTF_8));
  }
}
