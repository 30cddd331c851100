package dev.lapak.load.bench;

import dev.lapak.load.Measurement;
import dev.lapak.load.Outcome;
import dev.lapak.load.cpu.CpuMeter;
import dev.lapak.load.cpu.CpuTime;
import dev.lapak.load.cpu.MachineTime;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** Takes the system's CPU time around what is done to it. */
final class Laps {

  private static final Duration GLANCE = Duration.ofMillis(250);
  private static final int MOST_GLANCES = 12;
  private static final double RESTING_CORES = 0.1;

  private final Optional<CpuMeter> meter;

  Laps(Optional<CpuMeter> meter) {
    this.meter = meter;
  }

  /** How many cores the system uses when nobody asks anything. */
  double idleCores(Duration watched) {
    CpuTime before = spent();
    pause(watched);
    return cores(spent().minus(before).total(), watched);
  }

  Measurement take(String what, String through, int connections, Supplier<Outcome> work) {
    CpuTime before = spent();
    Optional<Duration> machineBefore = MachineTime.read();
    Duration ownBefore = own();
    long begin = System.nanoTime();
    Outcome outcome = work.get();
    OptionalDouble others =
        machineBefore.isPresent() && meter.isPresent()
            ? OptionalDouble.of(
                cores(
                    MachineTime.read()
                        .orElseThrow()
                        .minus(machineBefore.get())
                        .minus(own().minus(ownBefore))
                        .minus(spent().minus(before).total()),
                    Duration.ofNanos(System.nanoTime() - begin)))
            : OptionalDouble.empty();
    rest();
    Optional<CpuTime> cpu = meter.map(any -> spent().minus(before));
    return new Measurement(what, through, connections, outcome, cpu, others);
  }

  /**
   * Waits until the system has done what it does after its answers, such as stamping events: that
   * belongs to the requests, and must not fall into the next ones.
   */
  private void rest() {
    CpuTime before = spent();
    for (int i = 0; i < MOST_GLANCES; i++) {
      pause(GLANCE);
      CpuTime now = spent();
      if (cores(now.minus(before).total(), GLANCE) < RESTING_CORES) {
        return;
      }
      before = now;
    }
  }

  private CpuTime spent() {
    return meter.map(CpuMeter::read).orElseGet(CpuTime::none);
  }

  private static Duration own() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static double cores(Duration spent, Duration elapsed) {
    return (double) spent.toNanos() / elapsed.toNanos();
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
