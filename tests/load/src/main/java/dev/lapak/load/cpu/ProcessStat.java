package dev.lapak.load.cpu;

import java.time.Duration;

/**
 * One process, from {@code /proc/<pid>/stat}.
 *
 * @param name what it calls itself, at most 15 characters
 * @param parent the pid of who started it
 * @param spent its own CPU time and that of its children that ended: a short-lived PostgreSQL
 *     backend's time ends up with its postmaster
 */
record ProcessStat(int pid, String name, int parent, Duration spent) {

  /** The kernel's clock tick towards user space: 100 per second on every Linux. */
  private static final Duration TICK = Duration.ofMillis(10);

  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  static ProcessStat parse(String line) {
    // The name is in parentheses and may itself have blanks and parentheses.
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (open < 2 || close < open) {
      throw new IllegalArgumentException("Not a line of /proc/<pid>/stat: " + line);
    }
    String[] fields = line.substring(close + 2).split(" ", -1);
    long ticks =
        Long.parseLong(fields[USER])
            + Long.parseLong(fields[SYSTEM])
            + Long.parseLong(fields[CHILDREN_USER])
            + Long.parseLong(fields[CHILDREN_SYSTEM]);
    return new ProcessStat(
        Integer.parseInt(line.substring(0, open - 1)),
        line.substring(open + 1, close),
        Integer.parseInt(fields[PARENT]),
        TICK.multipliedBy(ticks));
  }
}
