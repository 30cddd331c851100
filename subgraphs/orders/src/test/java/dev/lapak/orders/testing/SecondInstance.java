package dev.lapak.orders.testing;

import dev.lapak.orders.OrdersApplication;
import dev.lapak.platform.testing.SubgraphTester;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;

/** Another orders on the same database, with the same neighbours. */
public final class SecondInstance implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  public SecondInstance(ConfigurableApplicationContext first, String... more) {
    context =
        OrdersApplication.builder()
            .initializers(
                second -> {
                  MutablePropertySources known = first.getEnvironment().getPropertySources();
                  for (String settings : new String[] {"world", "subgraph-test"}) {
                    second
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(Objects.requireNonNull(known.get(settings)));
                  }
                })
            .run(
                Stream.concat(
                        Stream.of(
                            "--server.port=0",
                            "--lapak.orders.file-secret=0123456789-0123456789-0123456789"),
                        Stream.of(more))
                    .toArray(String[]::new));
  }

  /** The same person, who asks this one. */
  public Person at(Person person) {
    return new Person(new SubgraphTester(context.getEnvironment()), person.id(), person.token());
  }

  @Override
  public void close() {
    context.close();
  }
}
