package dev.lapak.orders.testing;

import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import java.util.UUID;

/** Makes people who use the subgraph. */
public final class People {

  private final SubgraphTester subgraph;

  People(SubgraphTester subgraph) {
    this.subgraph = subgraph;
  }

  public Person buyer() {
    UUID id = UUID.randomUUID();
    return new Person(subgraph, id, TestIssuer.customer(id));
  }

  /** Somebody without an account. */
  public Person guest() {
    UUID id = UUID.randomUUID();
    return new Person(subgraph, id, TestIssuer.guest(id));
  }

  public Person seller(World.Shop shop) {
    return new Person(subgraph, shop.userId(), shop.token());
  }

  public Person admin() {
    UUID id = UUID.randomUUID();
    return new Person(subgraph, id, TestIssuer.admin(id));
  }
}
