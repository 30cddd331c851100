package dev.lapak.platform.outbox;

/** An event that has its place among all events. */
public interface Positioned {

  /** 1, 2, 3 … without gap over all events of the subgraph. */
  long position();
}
