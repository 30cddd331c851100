package dev.lapak.products;

import dev.lapak.platform.testing.TestDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks into the database beside the subgraph. */
@TestConfiguration(proxyBeanMethods = false)
class Checks {

  @Bean
  JdbcTemplate checks(Environment environment) {
    return new JdbcTemplate(
        TestDatabase.dataSource(environment.getRequiredProperty("lapak.db.name")));
  }
}
