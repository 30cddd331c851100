package dev.lapak.platform.graphql;

import dev.lapak.platform.scalar.Scalars;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.data.federation.FederationSchemaFactory;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor;

/** Serves the contract as a Federation 2 subgraph. */
@Configuration(proxyBeanMethods = false)
public class GraphQlConfiguration {

  @Bean
  AnnotatedControllerConfigurer annotatedControllerConfigurer() {
    AnnotatedControllerConfigurer configurer = new AnnotatedControllerConfigurer();
    configurer.configureBinder(binder -> binder.conversionService(arguments()));
    return configurer;
  }

  @Bean
  FederationSchemaFactory federationSchemaFactory() {
    FederationSchemaFactory factory = new FederationSchemaFactory();
    factory.configureBinder(binder -> binder.conversionService(arguments()));
    return factory;
  }

  @Bean
  GraphQlSourceBuilderCustomizer federation(FederationSchemaFactory factory) {
    return builder ->
        builder
            .schemaFactory(factory::createGraphQLSchema)
            .configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(new ParsedDocuments()));
  }

  @Bean
  RuntimeWiringConfigurer scalars() {
    return wiring -> Scalars.ALL.forEach(wiring::scalar);
  }

  @Bean
  OperationObservation operationObservation(ObservationRegistry registry) {
    return new OperationObservation(registry);
  }

  @Bean
  FreshEvents freshEvents() {
    return new FreshEvents();
  }

  @Bean
  RequestContext requestContext() {
    return new RequestContext();
  }

  @Bean
  WebGraphQlHandler webGraphQlHandler(
      ExecutionGraphQlService service, ObjectProvider<WebGraphQlInterceptor> interceptors) {
    return WebGraphQlHandler.builder(service)
        .interceptors(interceptors.orderedStream().toList())
        .contextSnapshotFactory(ReactiveContext.snapshots())
        .build();
  }

  @Bean
  PromptStreams promptStreams() {
    return new PromptStreams();
  }

  @Bean
  RequestErrors requestErrors() {
    return new RequestErrors();
  }

  @Bean
  ErrorCodes errorCodes() {
    return new ErrorCodes();
  }

  private static ConversionService arguments() {
    FormattingConversionService conversion = new DefaultFormattingConversionService();
    conversion.addConverter(new IdConverter());
    return conversion;
  }
}
