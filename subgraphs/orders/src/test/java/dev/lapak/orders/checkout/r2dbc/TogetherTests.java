package dev.lapak.orders.checkout.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.R2dbcTransientException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.UncategorizedR2dbcException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Even numbers have no answer, the database refuses negative ones, and goes away at 0. */
class TogetherTests {

  private final List<List<Integer>> statements = new CopyOnWriteArrayList<>();
  private final Sinks.Empty<Void> first = Sinks.empty();

  private final Together<Integer, String> together = new Together<>(one -> 1, this::run);

  private Mono<List<Optional<String>>> run(List<Integer> questions) {
    statements.add(questions);
    Mono<List<Optional<String>>> answers =
        Flux.fromIterable(questions).map(TogetherTests::answer).collectList();
    return questions.equals(List.of(1)) ? first.asMono().then(answers) : answers;
  }

  private static Optional<String> answer(int question) {
    if (question == 0) {
      throw new DataAccessResourceFailureException("gone");
    }
    if (question == -7) {
      // As it comes from the driver, by way of Spring.
      throw new UncategorizedR2dbcException(
          "deadlock", null, new R2dbcTransientException("deadlock", "40P01") {});
    }
    if (question < 0) {
      throw new DataIntegrityViolationException("no");
    }
    return question % 2 == 0 ? Optional.empty() : Optional.of("to " + question);
  }

  @Test
  void what_comes_while_a_statement_runs_is_one_statement() {
    List<CompletableFuture<String>> answers = ask(1, 2, 3, 5);
    first.tryEmitEmpty();

    assertThat(statements).containsExactly(List.of(1), List.of(2, 3, 5));
    assertThat(answers)
        .extracting(CompletableFuture::join)
        .containsExactly("to 1", null, "to 3", "to 5");
  }

  @Test
  void what_the_database_refuses_spoils_it_for_nobody_else() {
    List<CompletableFuture<String>> answers = ask(1, 2, -3, 5);
    first.tryEmitEmpty();

    assertThat(statements)
        .containsExactly(List.of(1), List.of(2, -3, 5), List.of(2), List.of(-3), List.of(5));
    assertThat(answers.get(1).join()).isNull();
    assertThatThrownBy(() -> answers.get(2).join())
        .hasCauseInstanceOf(DataIntegrityViolationException.class);
    assertThat(answers.get(3).join()).isEqualTo("to 5");
  }

  @Test
  void a_deadlock_is_between_two_of_many() {
    List<CompletableFuture<String>> answers = ask(1, -7, 3);
    first.tryEmitEmpty();

    assertThat(statements).containsExactly(List.of(1), List.of(-7, 3), List.of(-7), List.of(3));
    assertThat(answers.get(2).join()).isEqualTo("to 3");
  }

  @Test
  void where_the_database_is_gone_nobody_tries_again() {
    List<CompletableFuture<String>> answers = ask(1, 0, 3);
    first.tryEmitEmpty();

    assertThat(statements).containsExactly(List.of(1), List.of(0, 3));
    assertThat(answers.subList(1, 3))
        .allSatisfy(
            answer ->
                assertThatThrownBy(answer::join)
                    .hasCauseInstanceOf(DataAccessResourceFailureException.class));
  }

  @Test
  void what_is_refused_alone_is_not_tried_again() {
    assertThatThrownBy(() -> together.ask(-1).toFuture().join())
        .hasCauseInstanceOf(DataIntegrityViolationException.class);

    assertThat(statements).containsExactly(List.of(-1));
  }

  private List<CompletableFuture<String>> ask(Integer... questions) {
    return Stream.of(questions).map(question -> together.ask(question).toFuture()).toList();
  }
}
