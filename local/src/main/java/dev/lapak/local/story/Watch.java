package dev.lapak.local.story;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Person;
import dev.lapak.local.client.UnexpectedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.graphql.client.SubscriptionErrorException;
import reactor.core.Disposable;

/** Somebody who watches orders live and says what comes. */
final class Watch implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Disposable subscription;

  private Watch(
      Narrator narrator,
      String who,
      Person person,
      String field,
      String document,
      Map<String, Object> variables) {
    subscription =
        person
            .live(document, variables)
            .map(answer -> Event.of(answer, field))
            .subscribe(
                event -> {
                  narrator.live(who, event.toString());
                  events.add(event);
                },
                failure -> narrator.wrong(who + "'s subscription ended: " + failure));
  }

  /** One order, from its first event. */
  static Watch order(Narrator narrator, String who, Person person, String orderId) {
    return new Watch(
        narrator,
        who,
        person,
        "orderStatusChanged",
        """
        subscription ($id: ID!) {
          orderStatusChanged(orderId: $id) {
            type sequence status orderId order { version reason expiresAt }
          }
        }
        """,
        Map.of("id", orderId));
  }

  /** A shop's orders, from now on, with facts of other subgraphs. */
  static Watch shop(Narrator narrator, String who, Person person) {
    return new Watch(
        narrator,
        who,
        person,
        "orderEvents",
        """
        subscription {
          orderEvents(scope: SELLER) {
            type sequence status orderId
            order { number buyer { name } lines { title quantity product { availability { total } } } }
          }
        }
        """,
        Map.of());
  }

  /** The next event of that order. */
  Event next(String orderId) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      Event event =
          events.poll(Duration.between(Instant.now(), end).toMillis(), TimeUnit.MILLISECONDS);
      if (event == null) {
        throw new UnexpectedAnswer("no event came in %d s".formatted(PATIENCE.toSeconds()));
      }
      if (event.orderId().equals(orderId)) {
        return event;
      }
    }
  }

  /** What somebody is told who may not watch that order: the error's code. */
  static String refusal(Person person, String orderId) {
    try {
      Answer answer =
          person
              .live(
                  "subscription ($id: ID!) { orderStatusChanged(orderId: $id) { status } }",
                  Map.of("id", orderId))
              .blockFirst(PATIENCE);
      return answer == null ? "nothing" : answer.requestErrors().toString();
    } catch (SubscriptionErrorException e) {
      return String.valueOf(e.getErrors().getFirst().getExtensions().get("code"));
    }
  }

  @Override
  public void close() {
    subscription.dispose();
  }
}
