package dev.lapak.local.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody with an account, who logs in again before a token ends. */
final class Account {

  private static final Duration FRESH = Duration.ofMinutes(4);
  private static final String PASSWORD = UUID.randomUUID().toString();

  private static final String REGISTER =
      """
      mutation ($email: String!, $password: String!) {
        register(input: {email: $email, password: $password, name: "Somebody"}) {
          tokens { accessToken } errors { code }
        }
      }
      """;

  private static final String LOG_IN =
      """
      mutation ($email: String!, $password: String!) {
        logIn(input: {email: $email, password: $password}) { tokens { accessToken } errors { code } }
      }
      """;

  private final Door door;
  private final String email;
  private volatile String token;
  private volatile Instant since = Instant.now();

  private Account(Door door, String email, String token) {
    this.door = door;
    this.email = email;
    this.token = token;
  }

  static Account register(Door door) throws UnansweredException, InterruptedException {
    String email = UUID.randomUUID() + "@chaos.example";
    JsonNode answer =
        door.ask("", REGISTER, Map.of("email", email, "password", PASSWORD)).path("register");
    return new Account(door, email, token(answer));
  }

  String token() throws UnansweredException, InterruptedException {
    if (Instant.now().isAfter(since.plus(FRESH))) {
      token =
          token(door.ask("", LOG_IN, Map.of("email", email, "password", PASSWORD)).path("logIn"));
      since = Instant.now();
    }
    return token;
  }

  /** With a role that was gained. */
  void use(String newToken) {
    token = newToken;
  }

  JsonNode ask(String document, Map<String, ?> variables)
      throws UnansweredException, InterruptedException {
    return door.ask(token(), document, variables);
  }

  private static String token(JsonNode answer) {
    return answer.path("tokens").path("accessToken").asString();
  }
}
