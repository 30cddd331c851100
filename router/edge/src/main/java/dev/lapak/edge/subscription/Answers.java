package dev.lapak.edge.subscription;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.error.ShownError;
import dev.lapak.platform.trace.Trace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.SubscriptionPublisherException;

/** Reads what router and subgraphs answer, and says how an operation ended. */
final class Answers {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  private Answers() {}

  /**
   * What the router answers to a client's own document.
   *
   * @throws SubscriptionPublisherException if the operation was refused: an answer without data
   */
  static LiveAnswer result(Map<String, Object> answer, Trace trace) {
    return read(answer, errors(answer, trace));
  }

  /**
   * What a subgraph says; its places are those of another document than the client's.
   *
   * @throws SubscriptionPublisherException if the operation was refused: an answer without data
   */
  static LiveAnswer event(Map<String, Object> answer, Trace trace) {
    return read(
        answer, errors(answer, trace).stream().map(error -> error.at(error.path())).toList());
  }

  @SuppressWarnings("unchecked")
  private static LiveAnswer read(Map<String, Object> answer, List<ShownError> errors) {
    if (!answer.containsKey("data")) {
      throw new SubscriptionPublisherException(List.copyOf(errors), null);
    }
    return new LiveAnswer((Map<String, @Nullable Object>) answer.get("data"), errors);
  }

  static List<ShownError> errors(Map<String, Object> answer, Trace trace) {
    return answer.get("errors") instanceof List<?> errors
        ? errors.stream()
            .filter(Map.class::isInstance)
            .map(error -> ShownError.of((Map<?, ?>) error, trace))
            .toList()
        : List.of();
  }

  /** The end of an operation as the transports know it. */
  static SubscriptionPublisherException end(Throwable failure, Trace trace) {
    return switch (failure) {
      case SubscriptionPublisherException end -> end;
      case RefusedException refused ->
          new SubscriptionPublisherException(List.of(refused.refusal().error(trace.id())), failure);
      default -> {
        trace.log(() -> log.error("Unexpected failure", failure));
        yield new SubscriptionPublisherException(
            List.of(Refusal.internal().error(trace.id())), failure);
      }
    };
  }
}
