package dev.lapak.platform.graphql;

import static graphql.execution.SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.trace.Trace;
import dev.lapak.platform.viewer.Viewer;
import dev.lapak.platform.viewer.ViewerClaims;
import java.util.Objects;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/** Tells the resolvers who asks, the person and the service, and in which trace. */
final class RequestContext implements WebGraphQlInterceptor {

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    Object caller = Objects.requireNonNull(request.getAttributes().get(Caller.KEY));
    Object trace = Objects.requireNonNull(request.getAttributes().get(Trace.KEY));
    return viewer()
        .flatMap(
            viewer -> {
              request.configureExecutionInput(
                  (input, builder) ->
                      builder
                          .graphQLContext(
                              context ->
                                  context
                                      .put(Viewer.KEY, viewer)
                                      .put(Caller.KEY, caller)
                                      .put(Trace.KEY, trace)
                                      // Else an event comes when its fields are resolved, and a
                                      // cursor says nothing about the ones before it.
                                      .put(KEEP_SUBSCRIPTION_EVENTS_ORDERED, true))
                          .build());
              return chain.next(request);
            });
  }

  private static Mono<Viewer> viewer() {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(context -> context.getAuthentication())
        .ofType(JwtAuthenticationToken.class)
        .map(authentication -> ViewerClaims.viewer(authentication.getToken()))
        .defaultIfEmpty(Viewer.NOBODY);
  }
}
