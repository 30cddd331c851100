package dev.lapak.orders.order;

/** In which order a list is. */
public enum OrderSort {
  NEWEST,
  OLDEST,
  TOTAL_ASC,
  TOTAL_DESC;

  public boolean isByTotal() {
    return this == TOTAL_ASC || this == TOTAL_DESC;
  }
}
