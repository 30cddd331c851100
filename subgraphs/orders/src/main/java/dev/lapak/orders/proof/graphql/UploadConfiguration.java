package dev.lapak.orders.proof.graphql;

import graphql.schema.GraphQLScalarType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

  @Bean
  RuntimeWiringConfigurer uploadScalar() {
    return wiring ->
        wiring.scalar(
            GraphQLScalarType.newScalar().name("Upload").coercing(new UploadCoercing()).build());
  }
}
