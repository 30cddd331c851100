package dev.lapak.local.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port of this machine. */
public final class Listener {

  private static final String LISTENS = "0A";

  private Listener() {}

  /** Whether nobody else could listen there. */
  public static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress("127.0.0.1", port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether somebody listens there. */
  public static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The process that listens on that port, if we may see it. */
  public static Optional<ProcessHandle> on(int port) {
    try {
      Optional<Long> pid =
          Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
      return pid.flatMap(ProcessHandle::of);
    } catch (IOException | RuntimeException e) {
      // Nice to know, no more.
      return Optional.empty();
    }
  }

  private static Optional<Long> fromProc(int port) throws IOException {
    Optional<String> inode = inode(Path.of("/proc/net/tcp"), port);
    if (inode.isEmpty()) {
      inode = inode(Path.of("/proc/net/tcp6"), port);
    }
    if (inode.isEmpty()) {
      return Optional.empty();
    }
    String socket = "socket:[" + inode.get() + "]";
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> hasOpen(pid, socket))
        .findFirst();
  }

  private static Optional<String> inode(Path table, int port) throws IOException {
    String suffix = ":%04X".formatted(port);
    try (Stream<String> lines = Files.lines(table)) {
      return lines
          .map(line -> line.strip().split("\\s+"))
          .filter(columns -> columns.length > 9)
          .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTENS))
          .map(columns -> columns[9])
          .findFirst();
    }
  }

  private static boolean hasOpen(long pid, String socket) {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return files.anyMatch(file -> leadsTo(file, socket));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean leadsTo(Path link, String target) {
    try {
      return Files.readSymbolicLink(link).toString().equals(target);
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Long> fromLsof(int port) throws IOException {
    Process lsof =
        new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
            .redirectErrorStream(true)
            .start();
    String answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return answer.lines().findFirst().map(Long::valueOf);
  }
}
