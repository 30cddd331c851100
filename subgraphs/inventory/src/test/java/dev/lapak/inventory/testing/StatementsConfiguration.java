package dev.lapak.inventory.testing;

import io.r2dbc.proxy.ProxyConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets {@link Statements} see all that is sent to PostgreSQL. */
@TestConfiguration(proxyBeanMethods = false)
class StatementsConfiguration {

  @Bean
  static Statements statements() {
    return new Statements();
  }

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
