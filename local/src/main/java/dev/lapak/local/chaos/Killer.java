package dev.lapak.local.chaos;

import dev.lapak.local.database.Database;
import dev.lapak.local.process.Listener;
import dev.lapak.local.process.RecordedProcess;
import dev.lapak.local.state.Home;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.Ports;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Kills one part of a running system after another, sometimes two at once, and lets them come back
 * in between, so that there is somebody to be killed at work.
 */
final class Killer implements Runnable {

  private static final List<Port> PARTS =
      List.of(
          Port.USERS,
          Port.PRODUCTS,
          Port.INVENTORY,
          Port.ORDERS,
          Port.EDGE,
          Port.ROUTER,
          Port.POSTGRES);
  private static final int LONGEST_PAUSE_MS = 6_000;
  private static final int TWO_AT_ONCE = 4;
  private static final int SALES = 5;

  private final Home home;
  private final Ports ports;
  private final Random random;
  private final Tally tally;
  private final Instant until;

  Killer(Home home, Ports ports, Random random, Tally tally, Instant until) {
    this.home = home;
    this.ports = ports;
    this.random = random;
    this.tally = tally;
    this.until = until;
  }

  @Override
  public void run() {
    try {
      while (Instant.now().isBefore(until)) {
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MS));
        kill(PARTS.get(random.nextInt(PARTS.size())));
        if (random.nextInt(TWO_AT_ONCE) == 0) {
          Thread.sleep(random.nextInt(1_000));
          kill(PARTS.get(random.nextInt(PARTS.size())));
        }
        awaitSales();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void kill(Port part) {
    if (!Instant.now().isBefore(until)) {
      return;
    }
    String name = part.name().toLowerCase(Locale.ROOT);
    try {
      Optional<ProcessHandle> process =
          part == Port.POSTGRES
              ? Database.running(home)
              : new RecordedProcess(home.run().resolve(name + ".pid")).find();
      process.ifPresent(
          running -> {
            running.destroyForcibly();
            tally.count("killed: " + name);
          });
    } catch (IOException e) {
      tally.count("not killed, just starting: " + name);
    }
  }

  /** Until all is back and people buy again. */
  private void awaitSales() throws InterruptedException {
    long bought = Long.MAX_VALUE;
    while (Instant.now().isBefore(until) && tally.of(Promises.BOUGHT) < bought) {
      Thread.sleep(100);
      if (bought == Long.MAX_VALUE
          && PARTS.stream().allMatch(part -> Listener.answers(ports.of(part)))) {
        bought = tally.of(Promises.BOUGHT) + SALES;
      }
    }
  }
}
