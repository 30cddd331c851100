package dev.lapak.platform.viewer;

import static dev.lapak.platform.error.RequestErrorCode.TOKEN_EXPIRED;
import static dev.lapak.platform.error.RequestErrorCode.TOKEN_INVALID;

import dev.lapak.platform.error.ErrorResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Verifies the token of every request that has one. What nobody may see is decided by the
 * resolvers, which know whose it is.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(TokenProperties.class)
public class ViewerConfiguration {

  /** No finer than a DateTime, so that a time is the same on the wire and in each database. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  @ConditionalOnMissingBean
  TokenKeys tokenKeys(TokenProperties properties, WebClient.Builder web) {
    return new PublishedKeys(properties.jwksUrl(), web.build());
  }

  @Bean
  ReactiveJwtDecoder jwtDecoder(TokenProperties properties, TokenKeys keys, Clock clock) {
    return VerifiedTokens.signedWith(keys, properties.issuer(), clock);
  }

  /** What its filters do is seen well enough in the time of the request. */
  @Bean
  SecurityObservationSettings securityObservationSettings() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @ConditionalOnMissingBean
  SecurityWebFilterChain security(ServerHttpSecurity http, ReactiveJwtDecoder decoder) {
    return http.csrf(CsrfSpec::disable) // no cookies
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .headers(HeaderSpec::disable) // no browsers
        .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.jwtDecoder(decoder))
                    .authenticationEntryPoint(
                        (exchange, failure) ->
                            ErrorResponse.write(
                                exchange,
                                HttpStatus.UNAUTHORIZED,
                                isExpired(failure) ? TOKEN_EXPIRED : TOKEN_INVALID,
                                isExpired(failure)
                                    ? "The access token has expired."
                                    : "The access token is not valid.")))
        .build();
  }

  private static boolean isExpired(AuthenticationException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("Jwt expired at");
  }
}
