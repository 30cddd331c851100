package dev.lapak.products;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The products subgraph. */
@SpringBootApplication
public class ProductsApplication {

  /**
   * This subgraph with its own configuration, {@code products.yaml}; also for those who start
   * several in one JVM.
   */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(ProductsApplication.class)
        .properties("spring.config.name=products");
  }

  static void main(String[] args) {
    builder().run(args);
  }
}
