package dev.lapak.local.demo;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Person;
import java.util.Map;

/** The demo people's accounts. */
public record Accounts(Person nobody, String password) {

  private static final String REGISTER =
      """
      mutation ($email: String!, $password: String!, $name: String!) {
        register(input: {email: $email, password: $password, name: $name}) {
          tokens { accessToken } errors { code message }
        }
      }
      """;

  private static final String LOG_IN =
      """
      mutation ($email: String!, $password: String!) {
        logIn(input: {email: $email, password: $password}) {
          tokens { accessToken } errors { code message }
        }
      }
      """;

  /** Somebody logged in, with a new account or the one from before. */
  public Person of(DemoPerson person) {
    Answer registered =
        nobody.change(
            "register",
            REGISTER,
            Map.of("email", person.email(), "password", password, "name", person.name()),
            "EMAIL_TAKEN");
    return registered.failures("register").isEmpty()
        ? nobody.withToken(registered.get("register.tokens.accessToken"))
        : logIn(nobody, person, password);
  }

  /** Somebody who has an account with the demo password. */
  public Person logIn(DemoPerson person) {
    return logIn(nobody, person, password);
  }

  static Person logIn(Person nobody, DemoPerson person, String password) {
    return nobody.withToken(
        nobody
            .change("logIn", LOG_IN, Map.of("email", person.email(), "password", password))
            .get("logIn.tokens.accessToken"));
  }
}
