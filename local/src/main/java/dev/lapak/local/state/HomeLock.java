package dev.lapak.local.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a home to one launcher. The operating system ends the lock with its process, however that
 * ends.
 */
public final class HomeLock {

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  public static HomeLock take(Home home) throws IOException {
    Path file = home.run().resolve("launcher.pid");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new SetupException(
          "Lapak runs already in %s (process %s): stop it first."
              .formatted(home.path(), Files.readString(file).strip()));
    }
    channel.truncate(0);
    channel.write(
        java.nio.ByteBuffer.wrap(
            (ProcessHandle.current().pid() + "\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    return new HomeLock(channel);
  }

  public void release() {
    try {
      channel.close();
    } catch (IOException e) {
      // The process ends now, and the lock with it.
    }
  }
}
