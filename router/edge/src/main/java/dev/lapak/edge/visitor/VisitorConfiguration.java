package dev.lapak.edge.visitor;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;

import dev.lapak.platform.viewer.TokenProperties;
import dev.lapak.platform.viewer.VerifiedTokens;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.http.client.HttpClient;

/** Verifies tokens as the subgraphs do, and publishes the keys to the world. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenProperties.class)
class VisitorConfiguration {

  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

  @Bean
  PublicKeys publicKeys(HttpClient client, TokenProperties properties, Clock clock) {
    return new PublicKeys(client, properties.jwksUrl(), clock);
  }

  @Bean
  Tokens tokens(PublicKeys keys, TokenProperties properties, Clock clock) {
    return new Tokens(VerifiedTokens.signedWith(keys, properties.issuer(), clock));
  }

  @Bean
  RouterFunction<ServerResponse> publicKeysRoute(PublicKeys keys) {
    return RouterFunctions.route(
        GET("/.well-known/jwks.json"),
        request ->
            keys.document()
                .flatMap(
                    json ->
                        ServerResponse.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .cacheControl(BRIEFLY)
                            .bodyValue(json)));
  }
}
