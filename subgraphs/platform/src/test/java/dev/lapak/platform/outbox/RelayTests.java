package dev.lapak.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lapak.platform.background.Loop;
import dev.lapak.platform.testing.Race;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTests {

  private static final Duration POLL = Duration.ofMillis(50);

  private final OutboxTable table = new OutboxTable();
  private final List<Loop> loops = new ArrayList<>();

  @AfterEach
  void close() {
    loops.forEach(Loop::stop);
    table.close();
  }

  @Test
  void positions_have_no_gap_though_transactions_fail() throws SQLException {
    Relay relay = relay();
    for (int i = 1; i <= 10; i++) {
      try (Connection connection = table.connect()) {
        OutboxTable.write(connection, UUID.randomUUID(), 1);
        if (i % 3 == 0) {
          connection.rollback();
        } else {
          connection.commit();
        }
      }
    }
    relay.step().block();
    assertThat(relayed(7)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void nothing_is_stamped_while_an_older_transaction_may_still_write() throws SQLException {
    Relay relay = relay();
    UUID early = UUID.randomUUID();
    try (Connection old = table.connect()) {
      OutboxTable.write(old, early, 1);
      table.change(UUID.randomUUID());
      relay.step().block();
      assertThat(table.waiting()).isOne();

      old.commit();
    }
    relay.step().block();
    assertThat(table.positions()).containsExactly(1L, 2L);
    assertThat(position(early, 1)).isOne();
  }

  @Test
  void a_stream_keeps_its_order_though_its_transaction_ids_do_not() throws SQLException {
    Relay relay = relay();
    UUID stream = UUID.randomUUID();
    try (Connection first = table.connect();
        Connection between = table.connect();
        Connection last = table.connect()) {
      // The stream's second event has the smallest transaction id of the three.
      OutboxTable.write(last, UUID.randomUUID(), 1);
      OutboxTable.write(between, UUID.randomUUID(), 1);
      OutboxTable.write(first, stream, 1);
      first.commit();
      OutboxTable.write(last, stream, 2);
      last.commit();

      relay.step().block();
      // "between" is older than the first event: the second must wait for it too.
      assertThat(positionOrNull(stream, 2)).isEmpty();
      between.commit();
    }
    relay.step().block();
    assertThat(position(stream, 1)).isLessThan(position(stream, 2));
    assertThat(table.positions()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void a_long_backlog_is_worked_off_in_batches_each_stream_in_order() {
    table.jdbc.update(
        """
        INSERT INTO outbox (stream, seq)
        SELECT md5(s::text)::uuid, q FROM generate_series(1, 700) s, generate_series(1, 5) q""");
    Relay relay = relay();
    for (int i = 0; i < 5; i++) {
      relay.step().block();
    }
    assertThat(table.positions()).isEqualTo(LongStream.rangeClosed(1, 3_500).boxed().toList());
    assertThat(disordered()).isZero();
  }

  @Test
  void a_reader_misses_nothing_and_reads_nothing_twice_while_many_write() {
    start(relay());
    start(relay());
    AtomicBoolean writing = new AtomicBoolean(true);
    List<UUID> streams = IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();

    List<Object> results =
        Race.of(
            10,
            i ->
                switch (i) {
                  case 0 -> read(writing);
                  case 1 -> hold(writing);
                  default -> write(streams, i == 2 ? writing : null);
                });

    @SuppressWarnings("unchecked")
    List<OutboxTable.Event> read = (List<OutboxTable.Event>) results.getFirst();
    assertThat(read).hasSize(8 * 250);
    Map<UUID, Integer> last = new HashMap<>();
    for (int i = 0; i < read.size(); i++) {
      OutboxTable.Event event = read.get(i);
      assertThat(event.position()).isEqualTo(i + 1L);
      assertThat(event.seq()).isEqualTo(last.getOrDefault(event.stream(), 0) + 1);
      last.put(event.stream(), event.seq());
    }
  }

  @Test
  void tens_of_thousands_that_wait_are_stamped_batch_by_batch() {
    table.jdbc.update(
        "INSERT INTO outbox (stream, seq) SELECT gen_random_uuid(), 1 FROM generate_series(1, 25000)");
    Relay relay = relay();
    int steps = 0;
    for (; table.waiting() > 0; steps++) {
      relay.step().block();
    }
    assertThat(steps).isBetween(25, 26);
    assertThat(table.positions()).isEqualTo(LongStream.rangeClosed(1, 25_000).boxed().toList());
  }

  @Test
  void another_instance_takes_over_from_one_that_dies() {
    Relay first = relay();
    Relay second = relay();
    first.step().block();
    second.step().block();
    assertThat(first.isLeading()).isTrue();
    assertThat(second.isLeading()).isFalse();

    // The server ends the leader's connection, as it does when the leader's machine is gone.
    table.jdbc.queryForList(
        """
        SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE locktype = 'advisory'
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""");

    await().ignoreExceptions().until(() -> second.step().block() != null && second.isLeading());
    table.change(UUID.randomUUID());
    second.step().block();
    assertThat(table.positions()).containsExactly(1L);
    first.step().onErrorComplete().block();
    assertThat(first.isLeading()).isFalse();
    second.close();
    await().until(() -> first.step().onErrorComplete().block() != null && first.isLeading());
  }

  private Object read(AtomicBoolean writing) {
    List<OutboxTable.Event> read = new ArrayList<>();
    long last = 0;
    while (writing.get() || table.waiting() > 0 || last < table.positions().size()) {
      List<OutboxTable.Event> page = table.history().after(last, 100).collectList().block();
      if (page != null && !page.isEmpty()) {
        read.addAll(page);
        last = page.getLast().position();
      }
    }
    return read;
  }

  /** Transactions that stay open for a while, so that nothing is stamped meanwhile. */
  private Object hold(AtomicBoolean writing) {
    while (writing.get()) {
      try (Connection connection = table.connect()) {
        connection.createStatement().execute("SELECT pg_current_xact_id()");
        Thread.sleep(ThreadLocalRandom.current().nextInt(30, 150));
        connection.commit();
      } catch (SQLException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return "held";
  }

  private Object write(List<UUID> streams, @org.jspecify.annotations.Nullable AtomicBoolean last) {
    for (int i = 0; i < 250; i++) {
      table.change(streams.get(ThreadLocalRandom.current().nextInt(streams.size())));
    }
    if (last != null) {
      last.set(false);
    }
    return "written";
  }

  private long disordered() {
    Long count =
        table.jdbc.queryForObject(
            """
            SELECT count(*) FROM outbox a JOIN outbox b ON b.stream = a.stream AND b.seq = a.seq + 1
            WHERE b.position <= a.position""",
            Long.class);
    return count == null ? -1 : count;
  }

  private List<Long> relayed(int count) {
    await().until(() -> table.waiting() == 0);
    assertThat(table.positions()).hasSize(count);
    return table.positions();
  }

  private long position(UUID stream, int seq) {
    return positionOrNull(stream, seq).getFirst();
  }

  private List<Long> positionOrNull(UUID stream, int seq) {
    return table.jdbc.queryForList(
        "SELECT position FROM outbox WHERE stream = ? AND seq = ? AND position IS NOT NULL",
        Long.class,
        stream,
        seq);
  }

  private Relay relay() {
    return new Relay(new Leadership(table.pool, "test"), POLL);
  }

  private void start(Relay relay) {
    Loop loop = Loop.of("relay", relay::step).withGap(Duration.ofMillis(2));
    loops.add(loop);
    loop.start();
  }
}
