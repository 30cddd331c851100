package dev.lapak.edge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** Writes server-sent events. */
public final class EventWriter {

  private final OutputStream out;

  EventWriter(OutputStream out) {
    this.out = out;
  }

  public void next(String json) throws IOException {
    write("event:next\ndata:" + json + "\n\n");
  }

  public void complete() throws IOException {
    write("event:complete\ndata:{}\n\n");
  }

  /** A sign of life. */
  public void comment() throws IOException {
    write(":\n\n");
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }
}
