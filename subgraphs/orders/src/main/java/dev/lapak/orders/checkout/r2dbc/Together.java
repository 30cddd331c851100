package dev.lapak.orders.checkout.r2dbc;

import dev.lapak.orders.Gathering;
import dev.lapak.platform.error.DatabaseOutage;
import io.r2dbc.spi.R2dbcException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * One statement for what several checkouts want at the same time: most of what a statement costs,
 * it costs once. Where the database refuses it, each has one of its own, since only one of them may
 * be what it refuses; where there is no database, it fails for all.
 */
final class Together<Q, A> {

  /** A serialization or a deadlock that was lost, a lock that was not to be had. */
  private static final Set<String> LOST_LOCKS = Set.of("40001", "40P01", "55P03");

  private final Gathering<Q, Mono<A>> gathering;
  private final Function<List<Q>, Mono<List<Optional<A>>>> statement;

  /**
   * @param size what a question counts; no more than 1,000 of it are one statement's
   * @param statement answers all in their order; all of it happens or nothing
   */
  Together(ToIntFunction<Q> size, Function<List<Q>, Mono<List<Optional<A>>>> statement) {
    this.gathering = new Gathering<>(size, this::all);
    this.statement = statement;
  }

  /**
   * @return nothing if that was the statement's answer
   */
  Mono<A> ask(Q question) {
    return gathering.ask(question).flatMap(Function.identity());
  }

  private Mono<List<Mono<A>>> all(List<Q> questions) {
    return Mono.defer(() -> statement.apply(questions))
        .map(answers -> answers.stream().map(Mono::justOrEmpty).toList())
        .onErrorResume(
            failure -> questions.size() > 1 && mayBeForOne(failure),
            refused -> Mono.just(questions.stream().map(this::alone).toList()));
  }

  private static boolean mayBeForOne(Throwable failure) {
    return isLostLock(failure) || !DatabaseOutage.is(failure);
  }

  private static boolean isLostLock(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(R2dbcException.class::isInstance)
        .map(cause -> ((R2dbcException) cause).getSqlState())
        .anyMatch(state -> state != null && LOST_LOCKS.contains(state));
  }

  private Mono<A> alone(Q question) {
    return Mono.defer(() -> statement.apply(List.of(question)))
        .map(List::getFirst)
        .flatMap(Mono::justOrEmpty);
  }
}
