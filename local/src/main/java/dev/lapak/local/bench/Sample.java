package dev.lapak.local.bench;

import java.time.Duration;
import java.util.stream.LongStream;

/** How long each of some calls took, and all of them together. */
record Sample(long[] nanos, Duration elapsed) {

  static final Sample NONE = new Sample(new long[0], Duration.ZERO);

  Sample plus(Sample more) {
    return new Sample(concat(nanos, more.nanos), elapsed.plus(more.elapsed));
  }

  static long[] concat(long[] one, long[] other) {
    return LongStream.concat(LongStream.of(one), LongStream.of(other)).toArray();
  }
}
