package dev.lapak.load.cpu;

/**
 * A socket, from a line of {@code /proc/net/tcp} or {@code tcp6}.
 *
 * @param port its own
 */
record SocketLine(int port, boolean listens, long inode) {

  private static final String LISTEN = "0A";

  static SocketLine parse(String line) {
    String[] fields = line.strip().split("\\s+");
    String local = fields[1];
    return new SocketLine(
        Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), 16),
        fields[3].equals(LISTEN),
        Long.parseLong(fields[9]));
  }
}
