package dev.lapak.load.cpu;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kernel's table of processes.
 *
 * @param root {@code /proc}
 */
record Proc(Path root) {

  /** All processes by pid. */
  Map<Integer, ProcessStat> processes() {
    Map<Integer, ProcessStat> processes = new HashMap<>();
    for (Path directory : pids()) {
      read(directory.resolve("stat"))
          .map(ProcessStat::parse)
          .ifPresent(process -> processes.put(process.pid(), process));
    }
    return processes;
  }

  /** The pids that hold these sockets, by the socket's inode. */
  Map<Long, Set<Integer>> holders(Set<Long> sockets) {
    Map<Long, Set<Integer>> holders = new HashMap<>();
    for (Path directory : pids()) {
      int pid = Integer.parseInt(directory.getFileName().toString());
      for (long socket : sockets(directory)) {
        if (sockets.contains(socket)) {
          holders.computeIfAbsent(socket, any -> new HashSet<>()).add(pid);
        }
      }
    }
    return holders;
  }

  /** The sockets that listen, by port. */
  Map<Integer, Set<Long>> listening() {
    Map<Integer, Set<Long>> listening = new HashMap<>();
    for (String table : new String[] {"net/tcp", "net/tcp6"}) {
      read(root.resolve(table))
          .ifPresent(
              text ->
                  text.lines()
                      .skip(1)
                      .map(SocketLine::parse)
                      .filter(SocketLine::listens)
                      .forEach(
                          line ->
                              listening
                                  .computeIfAbsent(line.port(), any -> new HashSet<>())
                                  .add(line.inode())));
    }
    return listening;
  }

  private Iterable<Path> pids() {
    Set<Path> pids = new HashSet<>();
    try (DirectoryStream<Path> directories = Files.newDirectoryStream(root, "[0-9]*")) {
      directories.forEach(pids::add);
    } catch (IOException e) {
      // No such table on this system: no processes to be seen.
    }
    return pids;
  }

  private static Set<Long> sockets(Path directory) {
    Set<Long> sockets = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.resolve("fd"))) {
      for (Path file : files) {
        String target = Files.readSymbolicLink(file).toString();
        if (target.startsWith("socket:[")) {
          sockets.add(Long.parseLong(target.substring(8, target.length() - 1)));
        }
      }
    } catch (IOException e) {
      // It ended meanwhile, or belongs to somebody else.
    }
    return sockets;
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
