package dev.lapak.orders.testing;

import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Puts a {@link World} around each context, before anything in it is made. */
public final class WorldFactory implements ContextCustomizerFactory {

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    return new Around();
  }

  private record Around() implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      World world = new World();
      context.getBeanFactory().registerSingleton("world", world);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "world",
                  Map.of(
                      "lapak.products.url", world.products.url(),
                      "lapak.users.url", world.users.url(),
                      "lapak.midtrans.server-key", Midtrans.SERVER_KEY,
                      "lapak.midtrans.snap-url", world.midtrans.url(),
                      "lapak.midtrans.api-url", world.midtrans.url(),
                      "lapak.inventory.url", world.inventory.url())));
    }
  }
}
