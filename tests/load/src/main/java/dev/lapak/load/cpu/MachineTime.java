package dev.lapak.load.cpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What all cores together were busy for since the machine started, whoever it was. */
public final class MachineTime {

  private static final Duration TICK = Duration.ofMillis(10);
  private static final int IDLE = 4;
  private static final int IO_WAIT = 5;
  private static final int LAST = 8;

  private MachineTime() {}

  public static Optional<Duration> read() {
    try {
      return Optional.of(parse(Files.readString(Path.of("/proc/stat"))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Adds up {@code cpu user nice system idle iowait irq softirq steal} but the idle ones. */
  static Duration parse(String stat) {
    String[] fields = stat.lines().findFirst().orElseThrow().split("\\s+");
    long ticks = 0;
    for (int i = 1; i <= LAST; i++) {
      if (i != IDLE && i != IO_WAIT) {
        ticks += Long.parseLong(fields[i]);
      }
    }
    return TICK.multipliedBy(ticks);
  }
}
