package dev.lapak.orders.testing;

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
import org.jspecify.annotations.Nullable;

/**
 * A network cable to a server, which may break at a request: before the server gets it, or when the
 * server answers it.
 */
public final class Cable implements AutoCloseable {

  /** When it breaks. */
  public enum Moment {
    BEFORE,
    AFTER
  }

  /**
   * Breaks while there are times left.
   *
   * @param text a request is meant that has this in it
   * @param later which exchange on its connection: 0 for the one with the text
   */
  private record Fault(String text, int later, Moment moment, AtomicInteger times) {}

  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Fault fault;

  public Cable(int target) {
    this.target = target;
    try {
      listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The next so many requests with that text break it. */
  public void breakAt(String text, int later, Moment moment, int times) {
    fault = new Fault(text, later, moment, new AtomicInteger(times));
  }

  /**
   * @return how often it has still to break
   */
  public int mend() {
    Fault last = fault;
    fault = null;
    return last == null ? 0 : Math.max(0, last.times().get());
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        Socket far = new Socket();
        far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        far.setTcpNoDelay(true);
        near.setTcpNoDelay(true);
        Wire wire = new Wire(near, far);
        Thread.ofVirtual().start(wire::requests);
        Thread.ofVirtual().start(wire::answers);
      } catch (IOException e) {
        // The next one may have more luck.
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    open.forEach(Cable::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is what it should be.
    }
  }

  /** One connection. */
  private final class Wire {

    private final Socket near;
    private final Socket far;
    private final AtomicBoolean breaksAtAnswer = new AtomicBoolean();
    private volatile boolean answered = true;
    private int exchange = -1;
    private @Nullable Fault pending;

    Wire(Socket near, Socket far) {
      this.near = near;
      this.far = far;
      open.add(near);
      open.add(far);
    }

    /** From the client, in bursts: one ends where the server has said something. */
    void requests() {
      pump(
          near,
          bytes -> {
            String burst = new String(bytes, StandardCharsets.ISO_8859_1);
            if (answered) {
              answered = false;
              exchange++;
            }
            Fault now = fault;
            if (pending == null && now != null && burst.contains(now.text())) {
              pending = now;
              exchange = 0;
            }
            if (pending != null && exchange == pending.later() && !breaksAtAnswer.get()) {
              Fault due = pending;
              pending = null;
              if (due.times().getAndDecrement() > 0) {
                if (due.moment() == Moment.BEFORE) {
                  return false;
                }
                breaksAtAnswer.set(true);
              }
            }
            far.getOutputStream().write(bytes);
            return true;
          });
    }

    void answers() {
      pump(
          far,
          bytes -> {
            if (breaksAtAnswer.get()) {
              return false;
            }
            answered = true;
            near.getOutputStream().write(bytes);
            return true;
          });
    }

    private void pump(Socket from, Step step) {
      byte[] buffer = new byte[65_536];
      try {
        InputStream in = from.getInputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (!step.goesOn(Arrays.copyOf(buffer, read))) {
            return;
          }
        }
      } catch (IOException e) {
        // Broken, or closed by one side.
      } finally {
        close(near);
        close(far);
        open.remove(near);
        open.remove(far);
      }
    }
  }

  /** What becomes of some bytes. */
  @FunctionalInterface
  private interface Step {
    boolean goesOn(byte[] bytes) throws IOException;
  }
}
