package dev.lapak.platform.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.lapak.platform.caller.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Files of which one byte came, and the next one does not; closed, they will never come. */
public final class Stalled implements AutoCloseable {

  private final List<Socket> sockets = new ArrayList<>();

  Stalled(int port, String url, int count) {
    byte[] begin =
        "PUT %s HTTP/1.1\r\nHost: x\r\n%s: %s\r\nContent-Length: 1000\r\n\r\n."
            .formatted(url, Caller.HEADER, TestCallers.header("edge"))
            .getBytes(US_ASCII);
    try {
      for (int i = 0; i < count; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        socket.getOutputStream().write(begin);
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        // Closed is closed.
      }
    }
  }
}
