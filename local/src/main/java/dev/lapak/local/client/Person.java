package dev.lapak.local.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.client.HttpSyncGraphQlClient;
import org.springframework.graphql.client.WebSocketGraphQlClient;
import org.springframework.graphql.client.WebSocketGraphQlClientInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Somebody in front of the public endpoint, logged in or not. */
public final class Person {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI door;
  private final @Nullable String token;
  private final RestClient web;
  private final HttpSyncGraphQlClient graphQl;

  private Person(URI door, @Nullable String token, RestClient web) {
    this.door = door;
    this.token = token;
    this.web = web;
    this.graphQl =
        HttpSyncGraphQlClient.builder(web)
            .url(door.resolve("/graphql"))
            .headers(
                headers -> {
                  if (token != null) {
                    headers.setBearerAuth(token);
                  }
                })
            .build();
  }

  /**
   * @param door where the edge is, such as {@code http://127.0.0.1:4000}
   */
  public static Person nobody(URI door) {
    return new Person(door, null, web(door));
  }

  /** Somebody else on the same connections. */
  public Person withToken(String newToken) {
    return new Person(door, newToken, web);
  }

  public URI door() {
    return door;
  }

  public @Nullable String token() {
    return token;
  }

  /** For what is not GraphQL; any status is an answer. */
  public RestClient web() {
    return web;
  }

  /** The answer, whatever it is. */
  public Answer ask(String document, Map<String, Object> variables) {
    return new Answer(graphQl.document(document).variables(variables).executeSync());
  }

  /** The answer, which has no request errors. */
  public Answer read(String document, Map<String, Object> variables) {
    Answer answer = ask(document, variables);
    if (!answer.response().getErrors().isEmpty()) {
      throw new UnexpectedAnswer("errors: " + answer.response().getErrors());
    }
    return answer;
  }

  /** The answer to a mutation, whose payload has no errors but of these codes. */
  public Answer change(
      String mutation, String document, Map<String, Object> variables, String... expected) {
    Answer answer = read(document, variables);
    List<Failure> unexpected =
        answer.failures(mutation).stream()
            .filter(failure -> !List.of(expected).contains(failure.code()))
            .toList();
    if (!unexpected.isEmpty()) {
      throw new UnexpectedAnswer(mutation + ": " + unexpected);
    }
    return answer;
  }

  /** A subscription over {@code graphql-transport-ws}, with a socket of its own. */
  public Flux<Answer> live(String document, Map<String, Object> variables) {
    WebSocketGraphQlClient socket =
        WebSocketGraphQlClient.builder(
                "ws://" + door.getAuthority() + "/graphql", new ReactorNettyWebSocketClient())
            .interceptor(new LogIn(token))
            .build();
    return socket
        .document(document)
        .variables(variables)
        .executeSubscription()
        .map(Answer::new)
        .doFinally(end -> socket.stop().subscribe());
  }

  private static RestClient web(URI door) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build());
    requests.setReadTimeout(PATIENCE);
    return RestClient.builder()
        .baseUrl(door)
        .requestFactory(requests)
        // A refusal is an answer, too.
        .defaultStatusHandler(status -> true, (request, response) -> {})
        .build();
  }

  /** Says with the connection who somebody is. */
  private record LogIn(@Nullable String token) implements WebSocketGraphQlClientInterceptor {

    @Override
    public Mono<Object> connectionInitPayload() {
      return Mono.just(token == null ? Map.of() : Map.of("Authorization", "Bearer " + token));
    }
  }
}
