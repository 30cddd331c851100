package dev.lapak.platform.testing;

import dev.lapak.platform.caller.Caller;
import java.time.Duration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Asks a subgraph over HTTP as the router would, for a person or for nobody. */
public final class SubgraphTester {

  private final Environment environment;

  /** Where {@code local.server.port} says. */
  public SubgraphTester(Environment environment) {
    this.environment = environment;
  }

  /** As nobody. */
  public HttpGraphQlTester anonymous() {
    return as("router", null);
  }

  /** As the person with that token. */
  public HttpGraphQlTester with(String token) {
    return as("router", token);
  }

  /** As another service. */
  public HttpGraphQlTester caller(String name) {
    return as(name, null);
  }

  /** The port itself, with no header set. */
  public WebTestClient web() {
    return WebTestClient.bindToServer()
        .baseUrl("http://127.0.0.1:" + port())
        .responseTimeout(Duration.ofSeconds(30))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
        .build();
  }

  int port() {
    return environment.getRequiredProperty("local.server.port", Integer.class);
  }

  private HttpGraphQlTester as(String caller, @org.jspecify.annotations.Nullable String token) {
    WebTestClient.Builder client =
        web()
            .mutate()
            .baseUrl("http://127.0.0.1:" + port() + "/graphql")
            .defaultHeader(Caller.HEADER, TestCallers.header(caller));
    if (token != null) {
      client.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
    return HttpGraphQlTester.create(client.build());
  }

  /** Makes the tester injectable. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Configuration {

    @Bean
    SubgraphTester subgraphTester(ApplicationContext context) {
      return new SubgraphTester(context.getEnvironment());
    }
  }
}
