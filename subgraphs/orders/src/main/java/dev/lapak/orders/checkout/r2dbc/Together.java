package dev.lapak.orders.checkout.r2dbc;

import dev.lapak.orders.Gathering;
import dev.lapak.platform.error.DatabaseOutage;
import dev.lapak.platform.error.SqlState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import reactor.core.publisher.Mono;

/**
 * One statement for what several checkouts want at the same time: most of what a statement costs,
 * it costs once. Where the database refuses it, each has one of its own, since only one of them may
 * be what it refuses; where there is no database, it fails for all.
 */
final class Together<Q, A> {

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
    return SqlState.isLostLock(failure) || !DatabaseOutage.is(failure);
  }

  private Mono<A> alone(Q question) {
    return Mono.defer(() -> statement.apply(List.of(question)))
        .map(List::getFirst)
        .flatMap(Mono::justOrEmpty);
  }
}
