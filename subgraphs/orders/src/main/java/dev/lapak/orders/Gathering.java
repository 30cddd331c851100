package dev.lapak.orders;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/**
 * Asks for several at once: a lone question goes at once; while its call is on its way, what is
 * asked meanwhile gathers for the next. Under load a call serves many questions, and who waits does
 * so for less than a call takes, and not for one that takes long.
 *
 * <p>A call belongs to nobody: who hangs up spoils it for nobody else. It fails for all whose
 * question it had.
 */
public final class Gathering<Q, A> {

  /** After so long nobody waits for the last call any more: it may be stuck. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  /** However long they take: what is asked may be more than can be answered. */
  private static final int CALLS_AT_ONCE = 8;

  /** As much as other subgraphs take in a call, and a checkout may have. */
  private static final int MAX_SIZE = 1_000;

  private final ToIntFunction<Q> size;
  private final Function<List<Q>, Mono<List<A>>> source;
  private final Scheduler timer = Schedulers.parallel();

  /** It and what follows are guarded by it. */
  private final Queue<Asker<Q, A>> waiting = new ArrayDeque<>();

  private int calls;
  private long last;
  private long lastBegan;
  private boolean lastIsOut;
  private boolean looking;

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
          synchronized (waiting) {
            waiting.add(asker);
          }
          work();
          return asker.answer().asMono();
        });
  }

  private void work() {
    for (Call<Q, A> next = next(); next != null; next = next()) {
      send(next);
    }
  }

  private @Nullable Call<Q, A> next() {
    synchronized (waiting) {
      if (waiting.isEmpty() || calls == CALLS_AT_ONCE) {
        return null;
      }
      long patience = PATIENCE.toNanos() - (System.nanoTime() - lastBegan);
      if (lastIsOut && patience > 0) {
        lookAfter(patience);
        return null;
      }
      calls++;
      last++;
      lastIsOut = true;
      lastBegan = System.nanoTime();
      return new Call<>(last, take());
    }
  }

  /** Somebody waits, and perhaps for a call that takes long. */
  private void lookAfter(long nanos) {
    if (!looking) {
      looking = true;
      timer.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void look() {
    synchronized (waiting) {
      looking = false;
    }
    work();
  }

  private List<Asker<Q, A>> take() {
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

  private void send(Call<Q, A> call) {
    List<Asker<Q, A>> askers = call.askers();
    Mono.defer(() -> source.apply(askers.stream().map(Asker::question).toList()))
        .filter(answers -> answers.size() == askers.size())
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("not an answer for each")))
        .contextWrite(askers.getFirst().context())
        .doFinally(end -> ended(call.number()))
        .subscribe(
            answers -> answer(askers, answers),
            failure -> askers.forEach(asker -> asker.answer().tryEmitError(failure)));
  }

  private void ended(long call) {
    synchronized (waiting) {
      calls--;
      if (call == last) {
        lastIsOut = false;
      }
    }
    work();
  }

  private static <Q, A> void answer(List<Asker<Q, A>> askers, List<A> answers) {
    for (int i = 0; i < askers.size(); i++) {
      askers.get(i).answer().tryEmitValue(answers.get(i));
    }
  }

  private record Asker<Q, A>(Q question, Sinks.One<A> answer, ContextView context) {}

  private record Call<Q, A>(long number, List<Asker<Q, A>> askers) {}
}
