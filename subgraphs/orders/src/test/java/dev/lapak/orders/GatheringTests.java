package dev.lapak.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class GatheringTests {

  private final List<List<Integer>> calls = new CopyOnWriteArrayList<>();
  private final List<Sinks.Empty<Void>> open = new CopyOnWriteArrayList<>();

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
  void what_is_asked_while_a_call_is_on_its_way_becomes_the_next() {
    List<CompletableFuture<String>> answers = ask(1, 5);
    assertThat(calls).containsExactly(List.of(1));

    open.get(0).tryEmitEmpty();

    assertThat(calls).containsExactly(List.of(1), List.of(2, 3, 4, 5));
    open.get(1).tryEmitEmpty();
    assertThat(answers)
        .extracting(CompletableFuture::join)
        .containsExactly("to 1", "to 2", "to 3", "to 4", "to 5");
  }

  @Test
  void nobody_waits_for_a_call_that_takes_long() {
    List<CompletableFuture<String>> stuck = ask(1, 1);
    List<CompletableFuture<String>> answers = ask(2, 3);

    await().untilAsserted(() -> assertThat(calls).containsExactly(List.of(1), List.of(2, 3)));
    open.get(1).tryEmitEmpty();

    assertThat(answers).extracting(CompletableFuture::join).containsExactly("to 2", "to 3");
    ask(4, 4);
    assertThat(calls).hasSize(3);
    assertThat(stuck.getFirst()).isNotDone();
  }

  @Test
  void calls_that_all_take_long_are_eight_at_most() {
    for (int i = 1; i <= 8; i++) {
      int question = i;
      ask(question, question);
      await().until(() -> calls.contains(List.of(question)));
    }
    List<CompletableFuture<String>> answers = ask(9, 10);

    await().pollDelay(Duration.ofMillis(300)).until(() -> calls.size() == 8);
    open.get(3).tryEmitEmpty();

    await().until(() -> calls.size() == 9);
    open.get(8).tryEmitEmpty();
    assertThat(answers).extracting(CompletableFuture::join).containsExactly("to 9", "to 10");
  }

  @Test
  void a_call_fails_for_those_whose_questions_it_had_and_for_nobody_else() {
    List<CompletableFuture<String>> answers = ask(1, 4);

    open.get(0).tryEmitError(new IllegalStateException("cut"));
    open.get(1).tryEmitEmpty();

    assertThatThrownBy(() -> answers.get(0).join()).hasRootCauseMessage("cut");
    assertThat(answers.subList(1, 4))
        .extracting(CompletableFuture::join)
        .containsExactly("to 2", "to 3", "to 4");
  }

  @Test
  void who_leaves_spoils_it_for_nobody() {
    List<CompletableFuture<String>> answers = ask(1, 4);
    answers.get(2).cancel(true);

    open.get(0).tryEmitEmpty();
    open.get(1).tryEmitEmpty();

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
        .containsExactly(
            List.of(1), List.of(1, 600), List.of(400, 1), List.of(1_000), List.of(999));
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

    assertThat(looked).containsExactly(Set.of(1), Set.of(2, 1, 3, 4));
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
