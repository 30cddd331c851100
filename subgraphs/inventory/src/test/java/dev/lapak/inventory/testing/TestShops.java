package dev.lapak.inventory.testing;

import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import java.util.UUID;

/** Opens shops. */
public final class TestShops {

  private final SubgraphTester subgraph;
  private final TestProducts products;

  TestShops(SubgraphTester subgraph, TestProducts products) {
    this.subgraph = subgraph;
    this.products = products;
  }

  /** A new seller without anything. */
  public TestShop open() {
    UUID seller = UUID.randomUUID();
    return new TestShop(
        seller, products, subgraph.with(TestIssuer.seller(UUID.randomUUID(), seller)));
  }
}
