package dev.lapak.platform.graphql;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.federation.FederationSchemaFactory;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Serves the contract as a Federation 2 subgraph. */
@Configuration(proxyBeanMethods = false)
public class GraphQlConfiguration {

  @Bean
  FederationSchemaFactory federationSchemaFactory() {
    return new FederationSchemaFactory();
  }

  @Bean
  GraphQlSourceBuilderCustomizer federation(FederationSchemaFactory factory) {
    return builder -> builder.schemaFactory(factory::createGraphQLSchema);
  }

  @Bean
  RuntimeWiringConfigurer scalars() {
    return wiring -> Scalars.ALL.forEach(wiring::scalar);
  }

  @Bean
  RequestContext requestContext() {
    return new RequestContext();
  }

  @Bean
  RequestErrors requestErrors() {
    return new RequestErrors();
  }

  @Bean
  ErrorCodes errorCodes() {
    return new ErrorCodes();
  }
}
