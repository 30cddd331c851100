package dev.lapak.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.outcome.Outcome;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class ReserveQueueTests {

  private static final Duration SOON = Duration.ofSeconds(5);

  /** What was handed on, batch by batch. */
  private final List<List<ReserveCall>> batches = Collections.synchronizedList(new ArrayList<>());

  /** Holds each batch until it is let go. */
  private final Sinks.Empty<Void> letGo = Sinks.empty();

  private final ReserveQueue held = new ReserveQueue(calls -> letGo.asMono().then(answer(calls)));
  private final ReserveQueue open = new ReserveQueue(this::answer);

  @Test
  void lone_call_is_a_batch_at_once() {
    StepVerifier.create(open.reserve(call(1))).expectNextCount(1).expectComplete().verify(SOON);
    StepVerifier.create(open.reserve(call(1))).expectNextCount(1).expectComplete().verify(SOON);
    assertThat(batches).extracting(List::size).containsExactly(1, 1);
  }

  @Test
  void what_comes_while_a_batch_is_under_way_is_the_next_batch() {
    StepVerifier.create(
            Flux.range(0, 10)
                .flatMap(i -> held.reserve(call(1)))
                .doOnSubscribe(subscribed -> {})
                .mergeWith(
                    Mono.delay(Duration.ofMillis(50)).then(Mono.fromRunnable(letGo::tryEmitEmpty))))
        .expectNextCount(10)
        .expectComplete()
        .verify(SOON);
    assertThat(batches).extracting(List::size).containsExactly(1, 9);
  }

  @Test
  void each_call_gets_its_own_answer() {
    List<ReserveCall> calls = IntStream.range(0, 100).mapToObj(i -> call(1)).toList();
    StepVerifier.create(
            Flux.fromIterable(calls)
                .flatMap(
                    call -> open.reserve(call).map(outcome -> outcome.equals(outcomeOf(call))), 100)
                .all(own -> own))
        .expectNext(true)
        .expectComplete()
        .verify(SOON);
  }

  @Test
  void batch_has_at_most_1000_lines_unless_one_call_has_them() {
    List<ReserveCall> calls = List.of(call(1), call(400), call(600), call(1), call(1000), call(1));
    List<Disposable> callers = calls.stream().map(call -> held.reserve(call).subscribe()).toList();
    letGo.tryEmitEmpty();
    StepVerifier.create(held.reserve(call(1))).expectNextCount(1).expectComplete().verify(SOON);
    assertThat(callers).allMatch(Disposable::isDisposed);
    assertThat(batches)
        .extracting(batch -> batch.stream().mapToInt(ReserveCall::lines).sum())
        .startsWith(1, 1000, 1, 1000);
  }

  @Test
  void too_many_waiting_lines_are_refused() {
    Disposable running = held.reserve(call(1)).subscribe();
    List<Disposable> waiting =
        IntStream.range(0, 20).mapToObj(i -> held.reserve(call(1000)).subscribe()).toList();
    StepVerifier.create(held.reserve(call(1)))
        .expectErrorSatisfies(
            failure ->
                assertThat(((RequestException) failure).code())
                    .isEqualTo(RequestErrorCode.TRY_AGAIN))
        .verify(SOON);
    letGo.tryEmitEmpty();
    StepVerifier.create(
            Mono.defer(() -> held.reserve(call(1)))
                .retryWhen(reactor.util.retry.Retry.fixedDelay(100, Duration.ofMillis(10))))
        .expectNextCount(1)
        .expectComplete()
        .verify(SOON);
    assertThat(running.isDisposed()).isTrue();
    assertThat(waiting).allMatch(Disposable::isDisposed);
  }

  @Test
  void caller_that_hangs_up_under_way_leaves_the_others_their_answers() {
    Disposable first = held.reserve(call(1)).subscribe();
    first.dispose();
    Mono<Outcome<List<Reservation>, ReserveError>> other = held.reserve(call(1));
    StepVerifier.create(other.doOnSubscribe(subscribed -> letGo.tryEmitEmpty()))
        .expectNextCount(1)
        .expectComplete()
        .verify(SOON);
    assertThat(batches).extracting(List::size).containsExactly(1, 1);
  }

  @Test
  void caller_that_hangs_up_before_its_batch_is_left_out() {
    Disposable first = held.reserve(call(1)).subscribe();
    ReserveCall gone = call(1);
    held.reserve(gone).subscribe().dispose();
    StepVerifier.create(held.reserve(call(1)).doOnSubscribe(subscribed -> letGo.tryEmitEmpty()))
        .expectNextCount(1)
        .expectComplete()
        .verify(SOON);
    assertThat(first.isDisposed()).isTrue();
    assertThat(batches.stream().flatMap(List::stream)).hasSize(2).doesNotContain(gone);
  }

  @Test
  void call_that_spoils_a_batch_fails_alone() {
    ReserveCall bad = call(1);
    ReserveQueue spoilt =
        new ReserveQueue(
            calls ->
                letGo
                    .asMono()
                    .then(
                        calls.contains(bad)
                            ? Mono.error(new SpoiltBatchException(new IllegalStateException()))
                            : answer(calls)));
    Flux<Boolean> answers =
        Flux.just(call(1), call(1), bad, call(1))
            .flatMapSequential(
                call ->
                    spoilt
                        .reserve(call)
                        .map(outcome -> true)
                        .onErrorReturn(IllegalStateException.class, false));
    StepVerifier.create(
            answers.mergeWith(
                Mono.delay(Duration.ofMillis(20)).then(Mono.fromRunnable(letGo::tryEmitEmpty))))
        .expectNext(true, true, false, true)
        .expectComplete()
        .verify(SOON);
  }

  @Test
  void batch_that_fails_otherwise_fails_for_all_and_the_next_one_works() {
    List<Integer> attempts = Collections.synchronizedList(new ArrayList<>());
    ReserveQueue flaky =
        new ReserveQueue(
            calls -> {
              attempts.add(calls.size());
              if (attempts.size() == 1) {
                throw new IllegalStateException("down");
              }
              return answer(calls);
            });
    StepVerifier.create(flaky.reserve(call(1)))
        .expectError(IllegalStateException.class)
        .verify(SOON);
    StepVerifier.create(flaky.reserve(call(1))).expectNextCount(1).expectComplete().verify(SOON);
  }

  @Test
  void batch_that_never_ends_is_given_up() {
    StepVerifier.withVirtualTime(() -> new ReserveQueue(calls -> Mono.never()).reserve(call(1)))
        .thenAwait(Duration.ofSeconds(11))
        .expectError(TimeoutException.class)
        .verify(SOON);
  }

  private Mono<List<Outcome<List<Reservation>, ReserveError>>> answer(List<ReserveCall> calls) {
    batches.add(calls);
    return Mono.delay(Duration.ofMillis(1))
        .thenReturn(calls.stream().map(this::outcomeOf).toList());
  }

  private Outcome<List<Reservation>, ReserveError> outcomeOf(ReserveCall call) {
    return Outcome.done(
        call.reservations().stream()
            .map(
                request ->
                    new Reservation(request.id(), ReservationStatus.ACTIVE, request.expiresAt()))
            .toList());
  }

  private static ReserveCall call(int lines) {
    Map<UUID, Integer> quantities = new LinkedHashMap<>();
    IntStream.range(0, lines).forEach(i -> quantities.put(UUID.randomUUID(), 1));
    return new ReserveCall(
        List.of(
            new ReservationRequest(
                UUID.randomUUID(), OffsetDateTime.parse("2026-01-01T00:00:00Z"), quantities)));
  }
}
