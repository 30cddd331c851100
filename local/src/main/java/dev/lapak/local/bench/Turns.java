package dev.lapak.local.bench;

import java.time.Duration;

/** What one kind of callers did, each time that it was its turn. */
final class Turns {

  private final Load load;
  private final int callers;
  private Sample all = Sample.NONE;
  private long[] held = new long[0];
  private int lastDone;

  Turns(Load load, int callers) {
    this.load = load;
    this.callers = callers;
  }

  void take(Duration duration, HoldTimes holdTimes) {
    Sample sample = load.run(callers, duration);
    all = all.plus(sample);
    held = Sample.concat(held, holdTimes.take());
    lastDone = sample.nanos().length;
  }

  int lastDone() {
    return lastDone;
  }

  Line line(String what, double systemLoad) {
    return Line.of(what, load.through(), callers, all.elapsed(), all.nanos(), systemLoad)
        .holding(held);
  }
}
