package dev.lapak.load.cpu;

/** Whose CPU time is reported together. */
public enum Group {
  /** Edge and subgraphs, in one JVM or several. */
  JVM,
  /** Apollo Router or its stand-in. */
  ROUTER,
  POSTGRES
}
