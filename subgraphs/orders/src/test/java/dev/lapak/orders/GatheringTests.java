package dev.lapak.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class GatheringTests {

  private final List<List<Integer>> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<Sinks.Empty<Void>> open = Collections.synchronizedList(new ArrayList<>());

  private final Gathering<Integer, String> gathering =
      new Gathering<>(
          question -> 1,
          questions -> {
            calls.add(questions);
            Sinks.Empty<Void> answered = Sinks.empty();
            open.add(answered);
            return answered
                .asMono()
                .then(Mono.fromSupplier(() -> questions.stream().map(one -> "to " + one).toList()));
          });

  @Test
  void a_lone_question_is_asked_at_once() {
    CompletableFuture<String> answer = gathering.ask(1).toFuture();

    open.getFirst().tryEmitEmpty();

    assertThat(answer).isCompletedWithValue("to 1");
    assertThat(calls).containsExactly(List.of(1));
  }

  @Test
  void what_is_asked_while_two_calls_are_on_their_way_becomes_the_next() {
    List<CompletableFuture<String>> answers = ask(1, 5);
    assertThat(calls).containsExactly(List.of(1), List.of(2));

    open.get(0).tryEmitEmpty();

    assertThat(calls).containsExactly(List.of(1), List.of(2), List.of(3, 4, 5));
    open.forEach(Sinks.Empty::tryEmitEmpty);
    assertThat(answers)
        .extracting(CompletableFuture::join)
        .containsExactly("to 1", "to 2", "to 3", "to 4", "to 5");
  }

  @Test
  void a_call_fails_for_those_whose_questions_it_had_and_for_nobody_else() {
    List<CompletableFuture<String>> answers = ask(1, 4);

    open.get(0).tryEmitError(new IllegalStateException("cut"));
    open.get(1).tryEmitEmpty();
    open.get(2).tryEmitEmpty();

    assertThatThrownBy(() -> answers.get(0).join()).hasRootCauseMessage("cut");
    assertThat(answers.subList(1, 4)).allMatch(answer -> !answer.isCompletedExceptionally());
  }

  @Test
  void who_leaves_spoils_it_for_nobody() {
    List<CompletableFuture<String>> answers = ask(1, 4);
    answers.get(2).cancel(true);

    List.copyOf(open).forEach(Sinks.Empty::tryEmitEmpty);
    open.getLast().tryEmitEmpty();

    assertThat(answers.get(3).join()).isEqualTo("to 4");
  }

  @Test
  void no_call_is_larger_than_it_may_be_but_for_one_question_alone() {
    List<List<Integer>> sizes = Collections.synchronizedList(new ArrayList<>());
    Gathering<Integer, Integer> bounded =
        new Gathering<>(
            size -> size,
            questions ->
                Mono.delay(Duration.ofMillis(20))
                    .map(
                        tick -> {
                          sizes.add(questions);
                          return questions;
                        }));

    assertThat(
            Flux.just(1, 1, 600, 400, 1, 1_000, 999)
                .flatMapSequential(bounded::ask)
                .collectList()
                .block())
        .containsExactly(1, 1, 600, 400, 1, 1_000, 999);

    assertThat(sizes)
        .containsExactlyInAnyOrder(
            List.of(1), List.of(1), List.of(600, 400), List.of(1), List.of(1_000), List.of(999));
  }

  @Test
  void a_source_that_forgets_somebody_fails() {
    Gathering<Integer, String> wrong =
        new Gathering<>(question -> 1, questions -> Mono.just(List.of()));

    assertThatThrownBy(() -> wrong.ask(1).block(Duration.ofSeconds(5)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keys_are_looked_up_once_each() {
    List<Set<Integer>> looked = Collections.synchronizedList(new ArrayList<>());
    var lookups =
        Gathering.<Integer, Set<Integer>>ofLookups(
            keys ->
                Mono.delay(Duration.ofMillis(20))
                    .doOnNext(tick -> looked.add(keys))
                    .thenReturn(keys));

    Flux.just(List.of(1), List.of(2), List.of(1, 3), List.of(3, 4))
        .flatMap(lookups::ask)
        .blockLast();

    assertThat(looked).containsExactlyInAnyOrder(Set.of(1), Set.of(2), Set.of(1, 3, 4));
  }

  @Test
  void everybody_is_answered_however_many_ask_at_once() {
    Gathering<Integer, Integer> quick =
        new Gathering<>(
            question -> 1,
            questions -> Mono.fromSupplier(() -> questions).subscribeOn(Schedulers.parallel()));

    List<Integer> answers =
        Flux.range(0, 20_000)
            .flatMap(one -> quick.ask(one).subscribeOn(Schedulers.boundedElastic()), 256)
            .collectList()
            .block(Duration.ofSeconds(60));

    assertThat(answers)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20_000).boxed().toList());
  }

  private List<CompletableFuture<String>> ask(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> gathering.ask(i).toFuture()).toList();
  }
}
