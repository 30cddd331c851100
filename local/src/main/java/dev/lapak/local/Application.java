package dev.lapak.local;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A Spring Boot application in this JVM, one of several. */
final class Application implements Part {

  private final String name;
  private final Supplier<SpringApplicationBuilder> builder;
  private final List<String> settings;
  private volatile @Nullable ConfigurableApplicationContext context;

  /**
   * @param settings as on a command line, so that they win over the application's own files
   */
  Application(String name, Supplier<SpringApplicationBuilder> builder, List<String> settings) {
    this.name = name;
    this.builder = builder;
    this.settings = List.copyOf(settings);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    // The launcher stops them in order.
    context = builder.get().registerShutdownHook(false).run(settings.toArray(String[]::new));
  }

  @Override
  public void stop() {
    if (context != null) {
      context.close();
    }
  }
}
