package dev.lapak.orders.event;

import dev.lapak.platform.viewer.Viewer;

/** Whose orders. */
public enum OrderScope {
  MINE,
  SELLER,
  ALL;

  /** What of it that person may see; else ends in a request error. */
  EventFilter filter(Viewer viewer) {
    return switch (this) {
      case MINE -> new EventFilter.OfBuyer(viewer.requireUser());
      case SELLER -> new EventFilter.OfSeller(viewer.requireSeller());
      case ALL -> {
        viewer.requireAdmin();
        yield new EventFilter.All();
      }
    };
  }
}
