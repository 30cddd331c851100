package dev.lapak.users;

import dev.lapak.platform.testing.SubgraphTester;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.util.function.SingletonSupplier;

/** Makes people, each with an address of their own, as they would come: over HTTP. */
public final class People {

  public static final String PASSWORD = "correct horse";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final String TOKENS =
      "tokens { accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt }";

  private final SubgraphTester subgraph;
  private final Supplier<Person> someCustomer = SingletonSupplier.of(this::customer);
  private final Supplier<Person> someSeller = SingletonSupplier.of(this::seller);
  private final Supplier<Person> admin = SingletonSupplier.of(this::logInAdmin);

  People(SubgraphTester subgraph) {
    this.subgraph = subgraph;
  }

  /** A person with tokens. */
  public record Person(UUID id, String email, String accessToken, String refreshToken) {}

  public static String newEmail() {
    return "person" + COUNT.incrementAndGet() + "@example.org";
  }

  public GraphQlTester.Response register(Map<String, ?> input) {
    return subgraph
        .anonymous()
        .document(
            "mutation ($input: RegisterInput!) { register(input: $input) {"
                + " user { id email name roles createdAt seller { id } } "
                + TOKENS
                + " errors { code message path } } }")
        .variable("input", input)
        .execute();
  }

  public GraphQlTester.Response logIn(String email, String password) {
    return subgraph
        .anonymous()
        .document(
            "mutation ($input: LogInInput!) { logIn(input: $input) { user { id email roles } "
                + TOKENS
                + " errors { code message path } } }")
        .variable("input", Map.of("email", email, "password", password))
        .execute();
  }

  public GraphQlTester.Response createGuest(Map<String, ?> input) {
    return subgraph
        .anonymous()
        .document(
            "mutation ($input: CreateGuestInput!) { createGuest(input: $input) {"
                + " user { id email phone name roles createdAt seller { id } } "
                + TOKENS
                + " errors { code message path } } }")
        .variable("input", input)
        .execute();
  }

  public GraphQlTester.Response keepAccount(HttpGraphQlTester who, Map<String, ?> input) {
    return who.document(
            "mutation ($input: KeepAccountInput!) { keepAccount(input: $input) {"
                + " user { id email phone name roles } "
                + TOKENS
                + " errors { code message path } } }")
        .variable("input", input)
        .execute();
  }

  public GraphQlTester.Response refresh(String token) {
    return subgraph
        .anonymous()
        .document(
            "mutation ($input: RefreshInput!) { refresh(input: $input) { "
                + TOKENS
                + " errors { code message path } } }")
        .variable("input", Map.of("refreshToken", token))
        .execute();
  }

  public GraphQlTester.Response becomeSeller(HttpGraphQlTester who, Map<String, ?> input) {
    return who.document(
            "mutation ($input: BecomeSellerInput!) { becomeSeller(input: $input) {"
                + " seller { id name currency bankAccount { bank holder number } } "
                + TOKENS
                + " errors { code message path } } }")
        .variable("input", input)
        .execute();
  }

  /** Always the same one, for tests that change nothing of it: a password takes its time. */
  public Person someCustomer() {
    return someCustomer.get();
  }

  /** Always the same one. */
  public Person someSeller() {
    return someSeller.get();
  }

  /** Somebody new. */
  public Person customer() {
    String email = newEmail();
    return person(
        register(Map.of("email", email, "password", PASSWORD, "name", "Person")), "register");
  }

  /** Somebody new without an account, with an address that others may have too. */
  public Person guest(String email) {
    return person(createGuest(Map.of("name", "Guest", "email", email)), "createGuest");
  }

  /** Somebody new who sells in pounds. */
  public Person seller() {
    Person person = customer();
    GraphQlTester.Response response =
        becomeSeller(
            subgraph.with(person.accessToken()),
            Map.of(
                "name", "Shop",
                "currency", "GBP",
                "bankAccount", Map.of("bank", "Bank", "holder", "Holder", "number", "12 34-56")));
    return new Person(
        person.id(),
        person.email(),
        response.path("becomeSeller.tokens.accessToken").entity(String.class).get(),
        response.path("becomeSeller.tokens.refreshToken").entity(String.class).get());
  }

  public Person admin() {
    return admin.get();
  }

  private Person logInAdmin() {
    return person(logIn(UsersTest.ADMIN_EMAIL, UsersTest.ADMIN_PASSWORD), "logIn");
  }

  private static Person person(GraphQlTester.Response response, String mutation) {
    return new Person(
        response.path(mutation + ".user.id").entity(UUID.class).get(),
        response.path(mutation + ".user.email").entity(String.class).get(),
        response.path(mutation + ".tokens.accessToken").entity(String.class).get(),
        response.path(mutation + ".tokens.refreshToken").entity(String.class).get());
  }
}
