package dev.lapak.inventory.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points every inventory that is started in a test to {@link TestProducts}. */
public final class TestProductsAddress
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test-products", Map.of("lapak.products.url", TestProducts.INSTANCE.url())));
  }
}
