package dev.lapak.local.state;

/** What listens, and where it does by default. */
public enum Port {
  EDGE(4000),
  EDGE_MANAGEMENT(4080),
  ROUTER(4001),
  ROUTER_HEALTH(4088),
  ROUTER_METRICS(4090),
  USERS(4101),
  PRODUCTS(4102),
  INVENTORY(4103),
  ORDERS(4104),
  POSTGRES(4432);

  private final int standard;

  Port(int standard) {
    this.standard = standard;
  }

  int standard() {
    return standard;
  }

  /** The environment variable that moves it. */
  public String variable() {
    return "LAPAK_" + name() + "_PORT";
  }
}
