package dev.lapak.users;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The users subgraph. */
@SpringBootApplication
public class UsersApplication {

  /**
   * This subgraph with its own configuration, {@code users.yaml}; also for those who start several
   * in one JVM.
   */
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(UsersApplication.class)
        .properties("spring.config.name=users");
  }

  static void main(String[] args) {
    builder().run(args);
  }
}
