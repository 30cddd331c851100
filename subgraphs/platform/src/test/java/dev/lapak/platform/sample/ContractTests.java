package dev.lapak.platform.sample;

import dev.lapak.platform.testing.ContractVerifier;
import dev.lapak.platform.testing.SubgraphTest;
import dev.lapak.platform.testing.SubgraphTester;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SubgraphTest(properties = "spring.config.name=sample")
class ContractTests {

  @Autowired SubgraphTester subgraph;

  @Test
  void running_subgraph_says_what_the_contract_says() {
    ContractVerifier.verify(subgraph, "sample");
  }
}
