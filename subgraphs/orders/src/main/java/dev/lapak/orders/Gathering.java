package dev.lapak.orders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/**
 * Asks another subgraph for several at once: a lone question goes at once; while a few calls are on
 * their way, what is asked meanwhile gathers for the next. Under load a call serves many questions,
 * and who waits does so for less than a call takes.
 *
 * <p>A call belongs to nobody: who hangs up spoils it for nobody else. It fails for all whose
 * question it had.
 */
public final class Gathering<Q, A> {

  /** So that one call that is stuck does not hold up all. */
  private static final int CALLS_AT_ONCE = 2;

  /** As much as other subgraphs take in a call, and a checkout may have. */
  private static final int MAX_SIZE = 1_000;

  private final ToIntFunction<Q> size;
  private final Function<List<Q>, Mono<List<A>>> source;
  private final Queue<Asker<Q, A>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * @param size what a question counts; no more than 1,000 of it are asked at once
   * @param source answers all in their order, within a bound of time
   */
  public Gathering(ToIntFunction<Q> size, Function<List<Q>, Mono<List<A>>> source) {
    this.size = size;
    this.source = source;
  }

  /**
   * Of keys, where an answer may have more than was asked for.
   *
   * @param source each key is in it once
   */
  public static <K, A> Gathering<Collection<K>, A> ofLookups(Function<Set<K>, Mono<A>> source) {
    return new Gathering<>(
        Collection::size,
        questions -> {
          Set<K> keys = new LinkedHashSet<>();
          questions.forEach(keys::addAll);
          return source.apply(keys).map(answer -> questions.stream().map(one -> answer).toList());
        });
  }

  public Mono<A> ask(Q question) {
    return Mono.deferContextual(
        context -> {
          Asker<Q, A> asker = new Asker<>(question, Sinks.one(), context);
          waiting.add(asker);
          work();
          return asker.answer().asMono();
        });
  }

  private void work() {
    while (!waiting.isEmpty()) {
      int now = calls.get();
      if (now >= CALLS_AT_ONCE) {
        return;
      }
      if (calls.compareAndSet(now, now + 1)) {
        call(take());
      }
    }
  }

  private synchronized List<Asker<Q, A>> take() {
    List<Asker<Q, A>> askers = new ArrayList<>();
    int sum = 0;
    for (Asker<Q, A> next = waiting.peek(); next != null; next = waiting.peek()) {
      sum += size.applyAsInt(next.question());
      if (sum > MAX_SIZE && !askers.isEmpty()) {
        break;
      }
      waiting.remove();
      askers.add(next);
    }
    return askers;
  }

  private void call(List<Asker<Q, A>> askers) {
    if (askers.isEmpty()) {
      calls.decrementAndGet();
      return;
    }
    Mono.defer(() -> source.apply(askers.stream().map(Asker::question).toList()))
        .filter(answers -> answers.size() == askers.size())
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("not an answer for each")))
        .contextWrite(askers.getFirst().context())
        .doFinally(
            end -> {
              calls.decrementAndGet();
              work();
            })
        .subscribe(
            answers -> answer(askers, answers),
            failure -> askers.forEach(asker -> asker.answer().tryEmitError(failure)));
  }

  private static <Q, A> void answer(List<Asker<Q, A>> askers, List<A> answers) {
    for (int i = 0; i < askers.size(); i++) {
      askers.get(i).answer().tryEmitValue(answers.get(i));
    }
  }

  private record Asker<Q, A>(Q question, Sinks.One<A> answer, ContextView context) {}
}
