package dev.lapak.inventory.testing;

import dev.lapak.inventory.InventoryApplication;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** Another inventory on the same database, which sweeps all the time. */
public final class SecondInstance implements AutoCloseable {

  private static final String OPTIONS = "--spring.r2dbc.properties.options=";

  private final ConfigurableApplicationContext context;

  public SecondInstance(ConfigurableApplicationContext first, String... more) {
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
            .run(arguments(first, more));
  }

  private static String[] arguments(ConfigurableApplicationContext first, String... more) {
    Stream<String> usual =
        Stream.of(
            "--server.port=0",
            "--lapak.sweep.every=20ms",
            OPTIONS
                + first.getEnvironment().getRequiredProperty("spring.r2dbc.properties.options"));
    return Stream.concat(
            usual.filter(
                one ->
                    !one.startsWith(OPTIONS)
                        || Stream.of(more).noneMatch(it -> it.startsWith(OPTIONS))),
            Stream.of(more))
        .toArray(String[]::new);
  }

  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** All of it. */
  public ApplicationContext context() {
    return context;
  }

  @Override
  public void close() {
    context.close();
  }
}
