package dev.lapak.platform.testing;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points a subgraph under test to its database, its callers and the keys of its tokens. */
public final class SubgraphTestContext
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, Object> properties = new HashMap<>();
    properties.putAll(TestDatabase.create());
    properties.putAll(TestCallers.properties());
    properties.put("lapak.jwks.url", TestIssuer.jwksUrl());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("subgraph-test", properties));
  }
}
