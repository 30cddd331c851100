package dev.lapak.load.workload;

import dev.lapak.load.running.Door;
import java.util.Map;

/** One of the demo data's sellers. */
public final class DemoSeller {

  private static final String EMAIL = "sari@lapak.example";

  private static final String LOG_IN =
      """
      mutation ($email: String!, $password: String!) {
        logIn(input: {email: $email, password: $password}) {
          tokens { accessToken } errors { code message }
        }
      }
      """;

  private DemoSeller() {}

  /** Answers a token. */
  public static String logIn(Door door, String password) {
    return door.change("logIn", LOG_IN, Map.of("email", EMAIL, "password", password), null)
        .path("tokens")
        .path("accessToken")
        .asString();
  }
}
