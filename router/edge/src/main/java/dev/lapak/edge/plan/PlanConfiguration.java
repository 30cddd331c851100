package dev.lapak.edge.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Reads the composed contract. */
@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

  @Bean
  Planner planner() throws IOException {
    return new Planner(ApiSchema.parse(read("api")), Supergraph.parse(read("supergraph")));
  }

  private static String read(String name) throws IOException {
    return new ClassPathResource("graphql/" + name + ".graphql").getContentAsString(UTF_8);
  }
}
