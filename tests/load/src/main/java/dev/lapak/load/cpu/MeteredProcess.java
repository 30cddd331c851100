package dev.lapak.load.cpu;

import java.util.Comparator;

/**
 * A process of the system, with the children that listen on no port of their own.
 *
 * @param name what it calls itself
 * @param parts the names of the parts that it is, such as {@code edge+users}
 */
public record MeteredProcess(int pid, String name, String parts, Group group)
    implements Comparable<MeteredProcess> {

  @Override
  public int compareTo(MeteredProcess other) {
    return Comparator.comparing(MeteredProcess::group)
        .thenComparing(MeteredProcess::pid)
        .compare(this, other);
  }
}
