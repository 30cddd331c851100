package dev.lapak.orders.order;

import dev.lapak.platform.viewer.Viewer;

/** Who moves an order. */
public sealed interface Actor {

  /** Somebody, as whatever they are to the order. */
  record Person(Viewer viewer) implements Actor {}

  /** No person. */
  enum Machine implements Actor {
    PROVIDER(Party.PROVIDER),
    TIME(Party.TIME);

    private final Party party;

    Machine(Party party) {
      this.party = party;
    }

    public Party party() {
      return party;
    }
  }
}
