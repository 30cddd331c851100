package dev.lapak.inventory.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.inventory.testing.Invariants;
import dev.lapak.inventory.testing.InventoryTest;
import dev.lapak.inventory.testing.SecondInstance;
import dev.lapak.inventory.testing.Statements;
import dev.lapak.inventory.testing.TestProducts;
import dev.lapak.inventory.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;

/**
 * Random wishes at two instances on one database, one of which sweeps all the time: each must end
 * as a simple model says, and after each round the tables must be what the model is.
 *
 * <p>{@code -Dlapak.model.steps=3000} makes fewer of them, {@code -Dlapak.model.seed=42} makes
 * those of that seed again; only who wins a race may be another.
 */
@InventoryTest
@DirtiesContext(
    classMode = ClassMode.AFTER_CLASS) // so is its database, which others would look through
@TestInstance(Lifecycle.PER_CLASS)
class ModelTests {

  private static final int STEPS = Integer.getInteger("lapak.model.steps", 100_000);
  private static final int MARKETS = 8;
  private static final int ROUNDS = 20;
  private static final int STEPS_OF_A_ROUND = 8;

  @Autowired TestProducts products;
  @Autowired Invariants invariants;
  @Autowired Statements statements;
  @Autowired DatabaseClient database;

  private SecondInstance second;
  private List<Instance> instances;

  @BeforeAll
  void start(@Autowired ConfigurableApplicationContext context) {
    second = new SecondInstance(context);
    instances = List.of(Instance.of(context), Instance.of(second.context()));
  }

  @AfterAll
  void stop() {
    second.close();
  }

  @Test
  void all_wishes_end_as_the_model_says() {
    long seed = Long.getLong("lapak.model.seed", new Random().nextInt(1_000_000));
    Instant begin = Instant.now();
    Map<String, Integer> done = new ConcurrentHashMap<>();
    Random random = new Random(seed);
    int steps = 0;
    int rounds = 0;
    while (steps < STEPS) {
      List<Play> plays =
          Stream.generate(() -> play(new Random(random.nextLong()), done)).limit(MARKETS).toList();
      for (int round = 0; round < ROUNDS && steps < STEPS; round++, rounds++) {
        steps += round(seed, rounds, plays);
      }
    }
    invariants.check();
    assertThat(refused()).as("nobody was caught in a circle").doesNotContain("40P01", "23514");
    System.out.printf(
        "The model held for %,d steps in %,d rounds of seed %d, in %d s: %s%n",
        steps,
        rounds,
        seed,
        Duration.between(begin, Instant.now()).toSeconds(),
        new TreeMap<>(done));
  }

  private Play play(Random random, Map<String, Integer> done) {
    Market market = new Market(random, instances, new Tables(database));
    for (int seller = 0; seller < 2; seller++) {
      UUID id = market.newId();
      market.open(
          id, IntStream.range(0, 3).mapToObj(i -> products.product(market.newId(), id)).toList());
    }
    return new Play(market, done);
  }

  /** All markets at once; then all is compared. */
  private int round(long seed, int round, List<Play> plays) {
    return Together.run(
            plays.size(),
            i -> {
              Play play = plays.get(i);
              try {
                int steps = play.round(STEPS_OF_A_ROUND);
                play.market()
                    .tables
                    .compare(play.market().model, play.market().products(), instances.get(i % 2));
                invariants.check(play.market().products());
                return steps;
              } catch (Throwable failure) {
                throw new AssertionError(
                    "-Dlapak.model.seed=%d fails in round %d, market %d, after\n%s"
                        .formatted(seed, round, i, play.market().history()),
                    failure);
              }
            })
        .stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  private List<String> refused() {
    return Stream.concat(
            statements.refused().stream(), second.bean(Statements.class).refused().stream())
        .toList();
  }
}
