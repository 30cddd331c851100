package dev.lapak.edge;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The public door. */
@SpringBootApplication
public class EdgeApplication {

  /**
   * The edge with its own configuration, {@code edge.yaml}; also for those who start it in one JVM
   * with the subgraphs.
   */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(EdgeApplication.class)
        .properties("spring.config.name=edge");
  }

  static void main(String[] args) {
    builder().run(args);
  }
}
