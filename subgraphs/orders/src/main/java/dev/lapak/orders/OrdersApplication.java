package dev.lapak.orders;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The orders subgraph. */
@SpringBootApplication
public class OrdersApplication {

  /**
   * This subgraph with its own configuration, {@code orders.yaml}; also for those who start several
   * in one JVM.
   */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(OrdersApplication.class)
        .properties("spring.config.name=orders");
  }

  static void main(String[] args) {
    builder().run(args);
  }
}
