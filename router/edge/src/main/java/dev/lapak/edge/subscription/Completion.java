package dev.lapak.edge.subscription;

import static dev.lapak.platform.error.RequestErrorCode.NOT_FOUND;
import static dev.lapak.platform.error.RequestErrorCode.TIMEOUT;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.ShownError;
import dev.lapak.edge.plan.Gap;
import dev.lapak.edge.plan.Hollow;
import dev.lapak.edge.plan.Plan;
import dev.lapak.edge.router.Router;
import dev.lapak.edge.subscription.EventGaps.Found;
import dev.lapak.edge.subscription.EventGaps.Missing;
import dev.lapak.edge.visitor.Visitor;
import dev.lapak.platform.trace.Trace;
import graphql.GraphQLError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the router for what events lack, as the subscriber. */
final class Completion {

  private static final int AT_ONCE = 8;

  private final Router router;
  private final Duration timeout;

  Completion(Router router, Duration timeout) {
    this.router = router;
    this.timeout = timeout;
  }

  /** The event with all that was selected; null and an error where that can't be had. */
  Mono<LiveAnswer> complete(LiveAnswer event, Plan plan, Visitor visitor) {
    Mono<LiveAnswer> whole = fill(event, plan, visitor);
    return plan.hollow() ? whole.doOnNext(answer -> Hollow.empty(answer.data())) : whole;
  }

  private Mono<LiveAnswer> fill(LiveAnswer event, Plan plan, Visitor visitor) {
    Map<String, @Nullable Object> data = event.data();
    List<Missing> missing = data == null ? List.of() : EventGaps.find(data, plan.gaps());
    if (data == null || missing.isEmpty()) {
      return Mono.just(event);
    }
    return Flux.fromIterable(missing)
        .flatMapSequential(gap -> look(gap, visitor), AT_ONCE)
        .collectList()
        .map(
            found ->
                new LiveAnswer(
                    EventGaps.fill(data, plan.gaps(), found),
                    Stream.concat(
                            event.errors().stream(),
                            found.stream().flatMap(it -> it.errors().stream()))
                        .toList()));
  }

  private Mono<Found> look(Missing missing, Visitor visitor) {
    return router
        .ask(missing.entity().lookup().with(Gap.Entity.ID, missing.id()).toJson(), visitor)
        .timeout(timeout)
        .map(answer -> found(answer, missing, visitor.trace()))
        .onErrorResume(failure -> Mono.just(failed(failure, missing, visitor.trace())));
  }

  private static Found found(Map<String, Object> answer, Missing missing, Trace trace) {
    Object entity =
        answer.get("data") instanceof Map<?, ?> data ? data.get(Gap.Entity.FIELD) : null;
    List<ShownError> errors =
        Answers.errors(answer, trace).stream().map(error -> moved(error, missing.path())).toList();
    return entity == null && errors.isEmpty()
        ? new Found(
            missing.path(),
            null,
            List.of(
                new Refusal(NOT_FOUND, "It can't be read.").error(trace.id()).at(missing.path())))
        : new Found(missing.path(), entity, errors);
  }

  private static Found failed(Throwable failure, Missing missing, Trace trace) {
    Throwable end =
        failure instanceof TimeoutException
            ? new Refusal(TIMEOUT, "The rest of the event takes too long.").exception(failure)
            : failure;
    List<GraphQLError> errors = Answers.end(end, trace).getErrors();
    return new Found(
        missing.path(),
        null,
        errors.stream().map(error -> ((ShownError) error).at(missing.path())).toList());
  }

  /** From {@code [entity, x]} to {@code [orderEvents, order, x]}. */
  private static ShownError moved(ShownError error, List<Object> path) {
    List<Object> moved = new ArrayList<>(path);
    if (error.path() != null) {
      moved.addAll(error.path().subList(1, error.path().size()));
    }
    return error.at(moved);
  }
}
