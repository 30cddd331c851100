package dev.lapak.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process written down in a file, so that a later launcher finds it where an earlier one was
 * killed. Process ids are used again: only one with the same start and command is that process.
 */
public record RecordedProcess(Path file) {

  /** The system's clock may have been put right since. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  public void write(ProcessHandle process) throws IOException {
    Files.write(
        file,
        List.of(
            String.valueOf(process.pid()),
            process.info().startInstant().map(Instant::toString).orElse(""),
            process.info().command().orElse("")));
  }

  public void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  /** The process, if it still runs. */
  public Optional<ProcessHandle> find() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() != 3 || lines.get(1).isEmpty()) {
      return Optional.empty();
    }
    Instant start = Instant.parse(lines.get(1));
    return ProcessHandle.of(Long.parseLong(lines.get(0)))
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().orElse("").equals(lines.get(2)))
        .filter(process -> startedAt(process, start, TOLERANCE));
  }

  /** Whether a process began at about that time. */
  public static boolean startedAt(ProcessHandle process, Instant time, Duration tolerance) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(start, time).abs().compareTo(tolerance) <= 0)
        .orElse(false);
  }
}
