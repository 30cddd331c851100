package dev.lapak.e2e;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.client.ClientGraphQlResponse;
import org.springframework.graphql.client.HttpGraphQlClient;
import org.springframework.graphql.client.WebSocketGraphQlClient;
import org.springframework.graphql.client.WebSocketGraphQlClientInterceptor;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Somebody in front of the door.
 *
 * @param token the access token; null for nobody
 */
record Person(String email, @Nullable String token) {

  private static final String REGISTER =
      """
      mutation ($email: String!, $name: String!) {
        register(input: {email: $email, password: "correct horse", name: $name}) {
          user { id } tokens { accessToken } errors { code }
        }
      }
      """;

  private static final String BECOME_SELLER =
      """
      mutation ($name: String!, $currency: Currency!) {
        becomeSeller(input: {
          name: $name, currency: $currency,
          bankAccount: {bank: "Bank of Tests", holder: "Somebody", number: "12345678"}
        }) { seller { id } tokens { accessToken } errors { code } }
      }
      """;

  static final Person NOBODY = new Person("nobody", null);

  /** The edge closes what was idle for 75 s; no request is to meet that very moment. */
  private static final ReactorClientHttpConnector CONNECTIONS =
      new ReactorClientHttpConnector(
          HttpClient.create(
              ConnectionProvider.builder("people")
                  .maxConnections(500)
                  .maxIdleTime(Duration.ofSeconds(30))
                  .build()));

  private static final String CREATE_GUEST =
      """
      mutation ($email: String!) {
        createGuest(input: {name: "A Guest", email: $email, phone: "+62 812-3456-7890"}) {
          user { id } tokens { accessToken } errors { code }
        }
      }
      """;

  /** Somebody without an account. */
  static Person guest() {
    String email = "e2e-" + UUID.randomUUID() + "@example.test";
    Answer answer = NOBODY.now(CREATE_GUEST, Map.of("email", email));
    return new Person(email, answer.get("createGuest.tokens.accessToken"));
  }

  /** Somebody with a new account. */
  static Person buyer() {
    return Patience.await(register());
  }

  static Mono<Person> register() {
    String email = "e2e-" + UUID.randomUUID() + "@example.test";
    return NOBODY
        .ask(REGISTER, Map.of("email", email, "name", "Somebody"))
        .map(answer -> new Person(email, answer.get("register.tokens.accessToken")));
  }

  /** Somebody with a new shop that prices in pounds. */
  static Person seller() {
    return seller("GBP");
  }

  /** Somebody with a new shop that prices in that currency. */
  static Person seller(String currency) {
    Person buyer = buyer();
    Answer answer =
        buyer.now(BECOME_SELLER, Map.of("name", "Shop of " + buyer.email(), "currency", currency));
    return new Person(buyer.email(), answer.get("becomeSeller.tokens.accessToken"));
  }

  static Person admin() {
    return logIn("admin@lapak.example", Lapak.running().secret("LAPAK_ADMIN_PASSWORD"));
  }

  static Person logIn(String email, String password) {
    Answer answer =
        NOBODY.now(
            """
            mutation ($email: String!, $password: String!) {
              logIn(input: {email: $email, password: $password}) {
                tokens { accessToken } errors { code }
              }
            }
            """,
            Map.of("email", email, "password", password));
    return new Person(email, answer.get("logIn.tokens.accessToken"));
  }

  Answer now(String document) {
    return now(document, Map.of());
  }

  Answer now(String document, Map<String, Object> variables) {
    return Patience.await(ask(document, variables));
  }

  Mono<Answer> ask(String document, Map<String, Object> variables) {
    return post(Map.of("query", document, "variables", variables));
  }

  /** Posts any body as JSON. */
  Mono<Answer> post(Object body) {
    return post(body, Map.of());
  }

  Mono<Answer> post(Object body, Map<String, String> headers) {
    return web()
        .post()
        .uri("/graphql")
        .headers(all -> headers.forEach(all::set))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchangeToMono(
            response ->
                response
                    .bodyToMono(String.class)
                    .defaultIfEmpty("")
                    .map(text -> new Answer(response.statusCode().value(), text)));
  }

  /** Subscribes over {@code graphql-transport-ws}. */
  Flux<ClientGraphQlResponse> live(String document, Map<String, Object> variables) {
    URI door = Lapak.running().door();
    WebSocketGraphQlClient client =
        WebSocketGraphQlClient.builder(
                URI.create("ws://" + door.getAuthority() + "/graphql"),
                new ReactorNettyWebSocketClient())
            .interceptor(new Authorization(token))
            .build();
    return client
        .document(document)
        .variables(variables)
        .executeSubscription()
        .doFinally(end -> client.stop().subscribe(done -> {}));
  }

  /** Subscribes over server-sent events. */
  Flux<ClientGraphQlResponse> liveOverSse(String document, Map<String, Object> variables) {
    return HttpGraphQlClient.builder(
            web().mutate().baseUrl(Lapak.running().door() + "/graphql").build())
        .build()
        .document(document)
        .variables(variables)
        .executeSubscription();
  }

  WebClient web() {
    WebClient.Builder web =
        WebClient.builder()
            .clientConnector(CONNECTIONS)
            .baseUrl(Lapak.running().door().toString())
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024));
    return (token == null ? web : web.defaultHeader("Authorization", "Bearer " + token)).build();
  }

  private record Authorization(@Nullable String token)
      implements WebSocketGraphQlClientInterceptor {

    @Override
    public Mono<Object> connectionInitPayload() {
      return token == null
          ? Mono.just(Map.of())
          : Mono.just(Map.of("Authorization", "Bearer " + token));
    }
  }
}
