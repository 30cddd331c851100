package dev.lapak.edge.socket;

import static dev.lapak.platform.error.RequestErrorCode.TOO_MANY_SUBSCRIPTIONS;

import dev.lapak.edge.error.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * All connections that stay open. On shutdown they are told to go away before the server stops, one
 * after the other, so that not all clients come to the next edge at once.
 */
final class OpenConnections implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OpenConnections.class);

  private final int most;
  private final Duration drain;
  private final Set<Runnable> farewells = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  OpenConnections(int most, Duration drain) {
    this.most = most;
    this.drain = drain;
  }

  /**
   * @throws RefusedException if as many are open as may be
   */
  void requireRoom() {
    if (farewells.size() >= most) {
      throw RefusedException.of(
          TOO_MANY_SUBSCRIPTIONS, "Too many connections are open: try again later.");
    }
  }

  /**
   * @param farewell ends the connection
   */
  void add(Runnable farewell) {
    farewells.add(farewell);
    if (!running) {
      farewell.run();
    }
  }

  void remove(Runnable farewell) {
    farewells.remove(farewell);
  }

  int size() {
    return farewells.size();
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    List<Runnable> left = List.copyOf(farewells);
    if (left.isEmpty()) {
      return;
    }
    log.info("Closing {} open connections", left.size());
    long pause = drain.toNanos() / left.size();
    for (Runnable farewell : left) {
      farewell.run();
      LockSupport.parkNanos(pause);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server's graceful shutdown, which waits for open connections. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 512;
  }
}
