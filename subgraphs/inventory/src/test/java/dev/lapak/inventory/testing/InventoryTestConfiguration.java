package dev.lapak.inventory.testing;

import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestDatabase;
import io.r2dbc.proxy.ProxyConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

@TestConfiguration(proxyBeanMethods = false)
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

  @Bean
  static Statements statements() {
    return new Statements();
  }

  /** Lets {@link Statements} see all that is sent to PostgreSQL. */
  @Bean
  static BeanPostProcessor statementCounter(Statements statements) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ConnectionFactory factory
            ? ProxyConnectionFactory.builder(factory).listener(statements).build()
            : bean;
      }
    };
  }
}
