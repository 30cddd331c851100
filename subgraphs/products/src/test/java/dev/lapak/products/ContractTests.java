package dev.lapak.products;

import dev.lapak.platform.testing.ContractVerifier;
import dev.lapak.platform.testing.SubgraphTester;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductsTest
class ContractTests {

  @Autowired SubgraphTester subgraph;

  @Test
  void running_subgraph_says_what_the_contract_says() {
    ContractVerifier.verify(subgraph, "products");
  }
}
