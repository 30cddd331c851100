package dev.lapak.inventory.testing;

import dev.lapak.inventory.InventoryApplication;
import java.util.Objects;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** Another inventory on the same database, which sweeps all the time. */
public final class SecondInstance implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  public SecondInstance(ConfigurableApplicationContext first) {
    PropertySource<?> settings =
        Objects.requireNonNull(first.getEnvironment().getPropertySources().get("subgraph-test"));
    context =
        InventoryApplication.builder()
            .sources(StatementsConfiguration.class)
            .initializers(
                second -> {
                  ConfigurableEnvironment environment = second.getEnvironment();
                  environment.getPropertySources().addFirst(settings);
                })
            .run(
                "--server.port=0",
                "--lapak.sweep.every=20ms",
                "--spring.r2dbc.properties.options="
                    + first
                        .getEnvironment()
                        .getRequiredProperty("spring.r2dbc.properties.options"));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
