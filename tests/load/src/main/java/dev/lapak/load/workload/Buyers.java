package dev.lapak.load.workload;

import dev.lapak.load.running.Door;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** New accounts, whose passwords nobody keeps. */
record Buyers(List<String> tokens) {

  private static final String REGISTER =
      """
      mutation ($email: String!, $password: String!) {
        register(input: {email: $email, password: $password, name: "Bench"}) {
          tokens { accessToken } errors { code message }
        }
      }
      """;

  static Buyers register(Door door, int count) {
    return new Buyers(Stream.generate(() -> register(door)).limit(count).toList());
  }

  private static String register(Door door) {
    Map<String, String> account =
        Map.of(
            "email",
            "bench-" + UUID.randomUUID() + "@example.test",
            "password",
            UUID.randomUUID().toString());
    return door.change("register", REGISTER, account, null)
        .path("tokens")
        .path("accessToken")
        .asString();
  }

  String anyToken() {
    return tokens.get(ThreadLocalRandom.current().nextInt(tokens.size()));
  }
}
