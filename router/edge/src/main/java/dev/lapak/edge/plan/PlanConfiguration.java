package dev.lapak.edge.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lapak.edge.schema.ApiSchema;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Reads the composed contract. */
@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

  @Bean
  Planner planner(ApiSchema api) throws IOException {
    return new Planner(
        api,
        Supergraph.parse(
            new ClassPathResource("graphql/supergraph.graphql").getContentAsString(UTF_8)));
  }
}
