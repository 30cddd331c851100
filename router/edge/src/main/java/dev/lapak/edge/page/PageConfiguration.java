package dev.lapak.edge.page;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;
import org.springframework.web.util.pattern.PathPatternParser;

/** Serves the pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageProperties.class)
class PageConfiguration {

  private static final String NOT_BUILT =
      """
      Lapak answers at /graphql. Its pages are not built yet: run "npm ci" and "npm run build" in web/,
      or "./lapak up", which does it all.
      """;

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  WebFilter securityHeaders() {
    return new SecurityHeaders();
  }

  /** Lets the named pages of other hosts call the API; by default there are none. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 1)
  WebFilter cors(PageProperties properties) {
    if (properties.origins().isEmpty()) {
      return (exchange, chain) -> chain.filter(exchange);
    }
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(properties.origins());
    cors.setAllowedMethods(List.of("GET", "POST", "PUT"));
    cors.setAllowedHeaders(
        List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "traceparent", "tracestate"));
    cors.setMaxAge(Duration.ofHours(1));
    return new CorsWebFilter(exchange -> cors);
  }

  /** The last of all routes: it looks for a file of any name. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  RouterFunction<ServerResponse> pages(PageProperties properties) {
    Pages pages =
        new Pages(
            properties.directory(),
            properties.routes().stream().map(PathPatternParser.defaultInstance::parse).toList());
    return RouterFunctions.resources(pages::find, pages::describe)
        .and(
            RouterFunctions.route(
                GET("/").or(GET("/graphiql")),
                request ->
                    ServerResponse.status(HttpStatus.NOT_FOUND)
                        .contentType(
                            new MediaType(
                                MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                        .bodyValue(NOT_BUILT)));
  }
}
