package dev.lapak.inventory;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The inventory subgraph. */
@SpringBootApplication
public class InventoryApplication {

  /**
   * This subgraph with its own configuration, {@code inventory.yaml}; also for those who start
   * several in one JVM.
   */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(InventoryApplication.class)
        .properties("spring.config.name=inventory");
  }

  static void main(String[] args) {
    builder().run(args);
  }
}
