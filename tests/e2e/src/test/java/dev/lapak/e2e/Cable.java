package dev.lapak.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A network cable between two services that can be cut and mended, or breaks at a request: before
 * the service gets it, or when the service answers it.
 */
final class Cable {

  /** When it breaks. */
  enum Moment {
    BEFORE,
    AFTER
  }

  /**
   * Breaks while there are times left.
   *
   * @param text a request is meant that has this in it
   */
  private record Fault(String text, Moment moment, AtomicInteger times) {}

  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private volatile @Nullable Fault fault;

  private Cable(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /** From a free port to that one. */
  static Cable to(int target) {
    try {
      Cable cable = new Cable(new ServerSocket(0, 512, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().start(cable::accept);
      return cable;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Ends all connections and refuses new ones until mended. */
  void cut() {
    cut = true;
    open.forEach(Cable::close);
  }

  /** The next so many requests with that text break it. */
  void breakAt(String text, Moment moment, int times) {
    fault = new Fault(text, moment, new AtomicInteger(times));
  }

  /** How often it has still to break. */
  int timesLeft() {
    Fault last = fault;
    return last == null ? 0 : Math.max(0, last.times().get());
  }

  void mend() {
    cut = false;
    fault = null;
  }

  /** How this request ends; null if it is none that breaks. */
  private @Nullable Moment breaks(byte[] burst) {
    Fault now = fault;
    return now != null
            && new String(burst, StandardCharsets.ISO_8859_1).contains(now.text())
            && now.times().getAndDecrement() > 0
        ? now.moment()
        : null;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        if (cut) {
          close(near);
        } else {
          connect(near);
        }
      } catch (IOException e) {
        // The other side is gone; the next one may have more luck.
      }
    }
  }

  private void connect(Socket near) {
    Socket far = new Socket();
    try {
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1_000);
      far.setTcpNoDelay(true);
      near.setTcpNoDelay(true);
    } catch (IOException e) {
      close(near);
      return;
    }
    open.add(near);
    open.add(far);
    AtomicBoolean breaksAtAnswer = new AtomicBoolean();
    Thread.ofVirtual()
        .start(
            () ->
                pump(
                    near,
                    far,
                    burst -> {
                      Moment moment = breaks(burst);
                      if (moment == Moment.AFTER) {
                        breaksAtAnswer.set(true);
                      }
                      return moment != Moment.BEFORE;
                    }));
    Thread.ofVirtual().start(() -> pump(far, near, burst -> !breaksAtAnswer.get()));
  }

  private void pump(Socket from, Socket to, Predicate<byte[]> holds) {
    byte[] buffer = new byte[65_536];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        byte[] burst = Arrays.copyOf(buffer, read);
        if (!holds.test(burst)) {
          return;
        }
        to.getOutputStream().write(burst);
      }
    } catch (IOException e) {
      // Cut, or closed by one side.
    } finally {
      close(from);
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is what it should be.
    }
  }
}
