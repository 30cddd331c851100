package dev.lapak.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OutboxConsumerTests {

  private final OutboxTable table = new OutboxTable();
  private final List<OutboxConsumer<OutboxTable.Event>> consumers = new ArrayList<>();
  private final List<Long> handled = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    consumers.forEach(OutboxConsumer::stop);
    table.close();
  }

  @Test
  void every_event_is_handled_in_order() {
    write(1_200);
    consumer(
        events -> Mono.fromRunnable(() -> events.forEach(event -> handled.add(event.position()))));
    await().until(() -> handled.size() == 1_200);
    write(3);
    consumers.forEach(OutboxConsumer::wake);
    await().until(() -> handled.size() == 1_203);
    assertThat(handled).isEqualTo(LongStream.rangeClosed(1, 1_203).boxed().toList());
    await().until(() -> done() == 1_203);
  }

  @Test
  void what_fails_comes_again_in_smaller_parts_and_nothing_is_skipped() {
    write(40);
    List<Integer> sizes = new CopyOnWriteArrayList<>();
    consumer(
        events -> {
          sizes.add(events.size());
          boolean bad = events.stream().anyMatch(event -> event.position() == 7);
          if (bad && (events.size() > 1 || sizes.size() < 12)) {
            return Mono.error(new IllegalStateException("bad"));
          }
          return Mono.fromRunnable(() -> events.forEach(event -> handled.add(event.position())));
        });
    await().atMost(Duration.ofSeconds(60)).until(() -> handled.size() == 40);
    assertThat(handled).isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
    assertThat(sizes).startsWith(40, 20, 10, 5);
  }

  @Test
  void of_two_instances_one_works() {
    write(100);
    List<String> workers = new CopyOnWriteArrayList<>();
    consumer(events -> slowly("first", workers, events));
    consumer(events -> slowly("second", workers, events));
    await().until(() -> done() == 100);
    write(50);
    await().until(() -> done() == 150);
    assertThat(workers.stream().distinct()).hasSize(1);
    assertThat(handled).isEqualTo(LongStream.rangeClosed(1, 150).boxed().toList());
  }

  @Test
  void one_that_stops_hands_over_at_once() {
    List<String> workers = new CopyOnWriteArrayList<>();
    OutboxConsumer<OutboxTable.Event> first = consumer(events -> slowly("first", workers, events));
    write(1);
    await().until(() -> done() == 1);
    consumer(events -> slowly("second", workers, events));
    first.stop();
    write(1);
    await().atMost(Duration.ofSeconds(5)).until(() -> done() == 2);
    assertThat(workers).containsExactly("first", "second");
  }

  private Mono<Void> slowly(String name, List<String> workers, List<OutboxTable.Event> events) {
    return Mono.delay(Duration.ofMillis(50))
        .doOnNext(
            tick -> {
              workers.add(name);
              events.forEach(event -> handled.add(event.position()));
            })
        .then();
  }

  private OutboxConsumer<OutboxTable.Event> consumer(
      Function<List<OutboxTable.Event>, Mono<Void>> handler) {
    OutboxConsumer<OutboxTable.Event> consumer =
        new OutboxConsumer<>("test", table.database, table.history(), handler);
    consumers.add(consumer);
    consumer.start();
    return consumer;
  }

  private void write(int events) {
    for (int i = 0; i < events; i++) {
      table.jdbc.update(
          """
          INSERT INTO outbox (stream, seq, position)
          SELECT ?, 1, coalesce(max(position), 0) + 1 FROM outbox""",
          UUID.randomUUID());
    }
  }

  private long done() {
    Long position = table.jdbc.queryForObject("SELECT position FROM outbox_consumer", Long.class);
    return position == null ? -1 : position;
  }
}
