package dev.lapak.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.SubgraphTest;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestCallers;
import dev.lapak.platform.testing.TestIssuer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who may ask: services by their secret, people by their token. */
@SubgraphTest(properties = "spring.config.name=sample")
class RequestTests {

  private static final UUID USER = UUID.randomUUID();

  @Autowired SubgraphTester subgraph;

  @ParameterizedTest
  @ValueSource(strings = {"router", "edge", "orders"})
  void known_caller_is_let_in_and_known_by_name(String name) {
    subgraph
        .caller(name)
        .document("{ caller }")
        .execute()
        .path("caller")
        .entity(String.class)
        .isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "router",
        "router:",
        ":",
        "router:wrong-wrong-wrong-wrong-wrong-wrong",
        "nobody:router-router-router-router-rout",
      })
  void unknown_caller_is_refused(String header) {
    expectError(post(header, null, "{ caller }"), 403, "FORBIDDEN");
  }

  @Test
  void secret_of_another_caller_is_refused() {
    String secret = TestCallers.header("edge").substring("edge:".length());

    expectError(post("orders:" + secret, null, "{ caller }"), 403, "FORBIDDEN");
  }

  @Test
  void missing_caller_is_refused() {
    expectError(post(null, null, "{ caller }"), 403, "FORBIDDEN");
  }

  @Test
  void health_is_for_anyone() {
    subgraph.web().get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
  }

  @Test
  void other_paths_are_not() {
    subgraph.web().get().uri("/graphiql").exchange().expectStatus().isForbidden();
  }

  @Test
  void internal_field_is_for_its_caller_only() {
    subgraph
        .caller("orders")
        .document("{ forOrders }")
        .execute()
        .path("forOrders")
        .entity(Boolean.class)
        .isEqualTo(true);
    subgraph
        .caller("router")
        .document("{ forOrders }")
        .execute()
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        error ->
                            assertThat(error.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  @Test
  void nobody_is_nobody() {
    subgraph.anonymous().document("{ viewer }").execute().path("viewer").valueIsNull();
  }

  @Test
  void token_says_who_asks() {
    for (int i = 0; i < 2; i++) { // the second time remembered
      subgraph
          .with(TestIssuer.customer(USER))
          .document("{ viewer }")
          .execute()
          .path("viewer")
          .entity(UUID.class)
          .isEqualTo(USER);
    }
  }

  @Test
  void token_of_another_key_is_refused() {
    expectError(post(router(), TestIssuer.forged(USER), "{ viewer }"), 401, "TOKEN_INVALID");
  }

  @Test
  void token_of_another_issuer_is_refused() {
    expectError(
        post(router(), TestIssuer.ofIssuer(USER, "other"), "{ viewer }"), 401, "TOKEN_INVALID");
  }

  @Test
  void expired_token_is_refused_and_says_so() {
    expectError(post(router(), TestIssuer.expired(USER), "{ viewer }"), 401, "TOKEN_EXPIRED");
  }

  @Test
  void remembered_token_still_expires() throws InterruptedException {
    String token = TestIssuer.expiring(USER, Duration.ofMillis(1_500));
    subgraph.with(token).document("{ viewer }").execute().path("viewer").hasValue();

    Thread.sleep(1_600);

    expectError(post(router(), token, "{ viewer }"), 401, "TOKEN_EXPIRED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
  void malformed_token_is_refused(String token) {
    expectError(post(router(), token, "{ viewer }"), 401, "TOKEN_INVALID");
  }

  @Test
  void body_that_is_no_request_is_refused() {
    expectError(
        subgraph
            .web()
            .post()
            .uri("/graphql")
            .header("lapak-caller", router())
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue("{\"query\":")
            .exchange(),
        400,
        "BAD_USER_INPUT");
  }

  @Test
  void errors_say_the_caller_s_trace() {
    for (String document :
        List.of("{ nothing }", "{ fail(how: REFUSED) }", "{ fail }", "{ thingless { name } }")) {
      subgraph
          .web()
          .post()
          .uri("/graphql")
          .header("lapak-caller", router())
          .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue(Map.of("query", document))
          .exchange()
          .expectBody()
          .jsonPath("$.errors[0].extensions.traceId")
          .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }
  }

  @Test
  void resolvers_know_the_caller_s_trace() {
    subgraph
        .web()
        .post()
        .uri("/graphql")
        .header("lapak-caller", router())
        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("query", "{ trace }"))
        .exchange()
        .expectBody()
        .jsonPath("$.data.trace")
        .isEqualTo("0af7651916cd43dd8448eb211c80319c");
  }

  @Test
  void unknown_path_is_not_found() {
    expectError(
        subgraph.web().get().uri("/nothing").header("lapak-caller", router()).exchange(),
        404,
        "NOT_FOUND");
  }

  private static String router() {
    return TestCallers.header("router");
  }

  private WebTestClient.ResponseSpec post(
      @Nullable String caller, @Nullable String token, String document) {
    WebTestClient.RequestBodySpec request = subgraph.web().post().uri("/graphql");
    if (caller != null) {
      request.header("lapak-caller", caller);
    }
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    return request
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("query", document))
        .exchange();
  }

  private static void expectError(WebTestClient.ResponseSpec response, int status, String code) {
    response
        .expectStatus()
        .isEqualTo(status)
        .expectBody()
        .jsonPath("$.errors[0].extensions.code")
        .isEqualTo(code)
        .jsonPath("$.errors[0].extensions.traceId")
        .isNotEmpty()
        .jsonPath("$.errors[0].message")
        .isNotEmpty()
        .jsonPath("$.data")
        .doesNotExist();
  }
}
