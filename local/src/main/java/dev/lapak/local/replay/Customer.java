package dev.lapak.local.replay;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Person;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who buys: somebody with an account, or a guest. Enters when first asked for, then stays. */
final class Customer {

  private static final String TOKENS =
      "tokens { accessToken accessTokenExpiresAt refreshToken } errors { code message }";

  private static final String REGISTER =
      """
      mutation ($email: String!, $password: String!, $name: String!) {
        register(input: {email: $email, password: $password, name: $name}) { %s }
      }
      """
          .formatted(TOKENS);

  private static final String LOG_IN =
      """
      mutation ($email: String!, $password: String!) {
        logIn(input: {email: $email, password: $password}) { %s }
      }
      """
          .formatted(TOKENS);

  private static final String CREATE_GUEST =
      """
      mutation ($name: String!, $email: String!) {
        createGuest(input: {name: $name, email: $email}) { %s }
      }
      """
          .formatted(TOKENS);

  private static final String REFRESH =
      """
      mutation ($token: String!) { refresh(input: {refreshToken: $token}) { %s } }
      """
          .formatted(TOKENS);

  /** As long as the longest request may take. */
  private static final Duration SOON = Duration.ofMinutes(2);

  private final Person nobody;
  private final String name;
  private final String email;
  private final @Nullable String password;
  private @Nullable Tokens tokens;
  private @Nullable Person person;

  private Customer(Person nobody, String name, String email, @Nullable String password) {
    this.nobody = nobody;
    this.name = name;
    this.email = email;
    this.password = password;
  }

  static Customer of(Invoice invoice, Person nobody, String password) {
    return invoice.isOfGuest()
        ? new Customer(
            nobody,
            "Guest " + invoice.number(),
            "guest-%s@replay.lapak.example".formatted(invoice.number()),
            null)
        : new Customer(
            nobody,
            "Customer " + invoice.customer(),
            "customer-%s@replay.lapak.example".formatted(invoice.customer()),
            password);
  }

  /** With a token that is good for a while. */
  synchronized Person person() {
    Tokens now = tokens;
    if (now == null) {
      enter(password == null ? guest() : account(password));
    } else if (OffsetDateTime.now().plus(SOON).isAfter(now.accessTokenExpiresAt())) {
      enter(tokens("refresh", REFRESH, Map.of("token", now.refreshToken())));
    }
    return Objects.requireNonNull(person);
  }

  private void enter(Tokens fresh) {
    tokens = fresh;
    person = nobody.withToken(fresh.accessToken());
  }

  private Tokens guest() {
    return tokens("createGuest", CREATE_GUEST, Map.of("name", name, "email", email));
  }

  private Tokens account(String secret) {
    Map<String, Object> account = Map.of("email", email, "password", secret, "name", name);
    Answer registered = nobody.change("register", REGISTER, account, "EMAIL_TAKEN");
    return registered.failures("register").isEmpty()
        ? tokens("register", registered)
        : tokens("logIn", LOG_IN, Map.of("email", email, "password", secret));
  }

  private Tokens tokens(String mutation, String document, Map<String, Object> variables) {
    return tokens(mutation, nobody.change(mutation, document, variables));
  }

  private static Tokens tokens(String mutation, Answer answer) {
    return Objects.requireNonNull(
        answer.response().field(mutation + ".tokens").toEntity(Tokens.class));
  }

  @Override
  public String toString() {
    return name;
  }

  private record Tokens(
      String accessToken, OffsetDateTime accessTokenExpiresAt, String refreshToken) {}
}
