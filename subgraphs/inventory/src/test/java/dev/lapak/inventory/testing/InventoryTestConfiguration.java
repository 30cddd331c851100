package dev.lapak.inventory.testing;

import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

@TestConfiguration(proxyBeanMethods = false)
@Import(StatementsConfiguration.class)
class InventoryTestConfiguration {

  @Bean
  TestProducts testProducts() {
    return TestProducts.INSTANCE;
  }

  @Bean
  TestShops testShops(SubgraphTester subgraph, TestProducts products) {
    return new TestShops(subgraph, products);
  }

  @Bean
  Invariants invariants(Environment environment) {
    return new Invariants(
        TestDatabase.dataSource(environment.getRequiredProperty("lapak.db.name")));
  }

  @Bean
  TestOrders testOrders(SubgraphTester subgraph, Invariants invariants) {
    return new TestOrders(subgraph, invariants.database());
  }
}
