package dev.lapak.platform.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class WebErrorsTests {

  private final MockServerWebExchange exchange =
      MockServerWebExchange.from(MockServerHttpRequest.put("/files/images/1"));

  @Test
  void a_database_that_does_not_answer_is_asked_again_later() {
    new WebErrors().handle(exchange, new DataAccessResourceFailureException("gone")).block();

    assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(exchange.getResponse().getBodyAsString().block()).contains("\"TRY_AGAIN\"");
  }

  /** As Spring Security passes on that a token's keys could not be read. */
  @Test
  void a_token_that_can_not_be_checked_now_is_neither_valid_nor_our_fault() {
    RequestException unknown =
        new RequestException(RequestErrorCode.TRY_AGAIN, "Later.", new IllegalStateException("x"));

    new WebErrors().handle(exchange, new IllegalStateException("no keys", unknown)).block();

    assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(exchange.getResponse().getBodyAsString().block())
        .contains("\"TRY_AGAIN\"", "Later.");
  }

  @Test
  void anything_else_is_a_fault_of_ours() {
    new WebErrors().handle(exchange, new IllegalStateException("secret")).block();

    assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    assertThat(exchange.getResponse().getBodyAsString().block())
        .contains("\"INTERNAL\"")
        .doesNotContain("secret");
  }
}
