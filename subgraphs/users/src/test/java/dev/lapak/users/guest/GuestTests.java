package dev.lapak.users.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.lapak.platform.testing.StatementCount;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.users.People;
import dev.lapak.users.UsersTest;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Buying without an account. */
@UsersTest
class GuestTests {

  private static final String FOR_CHECKOUT =
      "query ($id: ID!, $sellers: [ID!]!) {"
          + " buyerForCheckout(id: $id) { id name email phone }"
          + " sellersForCheckout(ids: $sellers) { id } }";

  @Autowired SubgraphTester subgraph;
  @Autowired People people;
  @Autowired StatementCount statements;

  @Test
  void guest_is_logged_in_as_nothing_but_a_guest() throws ParseException {
    String email = People.newEmail();

    GraphQlTester.Response response =
        people.createGuest(
            Map.of("name", " Siti 🛒 ", "email", " " + email, "phone", "+62 812-3456-7890"));

    noErrors(response, "createGuest");
    response
        .path("createGuest.user.name")
        .entity(String.class)
        .isEqualTo("Siti 🛒")
        .path("createGuest.user.email")
        .entity(String.class)
        .isEqualTo(email)
        .path("createGuest.user.phone")
        .entity(String.class)
        .isEqualTo("+6281234567890")
        .path("createGuest.user.roles")
        .entityList(String.class)
        .containsExactly("GUEST");
    assertThat(roles(response, "createGuest")).containsExactly("GUEST");
    subgraph
        .with(token(response, "createGuest"))
        .document("{ me { id phone roles seller { id } } }")
        .execute()
        .path("me.phone")
        .entity(String.class)
        .isEqualTo("+6281234567890")
        .path("me.roles")
        .entityList(String.class)
        .containsExactly("GUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "phone"})
  void one_contact_is_enough(String contact) {
    String value = contact.equals("email") ? People.newEmail() : "+442079460958";

    GraphQlTester.Response response = people.createGuest(Map.of("name", "Guest", contact, value));

    noErrors(response, "createGuest");
    response.path("createGuest.user." + contact).entity(String.class).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "name, '', NAME_LENGTH",
    "name, ' ', NAME_LENGTH",
    "email, nobody, EMAIL_INVALID",
    "email, '', EMAIL_INVALID",
    "phone, '', PHONE_INVALID",
    "phone, 0812 3456 7890, PHONE_INVALID",
    "phone, +999 1, PHONE_INVALID",
  })
  void bad_input_is_a_typed_error_at_its_field(String field, String value, String code) {
    Map<String, String> input =
        new HashMap<>(Map.of("name", "Guest", "email", People.newEmail(), "phone", "+6581234567"));
    input.put(field, value);

    expectError(people.createGuest(input), "createGuest", code, List.of(field));
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    people
        .createGuest(Map.of("name", "n".repeat(101), "email", "x", "phone", "y"))
        .path("createGuest.errors[*].code")
        .entityList(String.class)
        .containsExactly("NAME_LENGTH", "EMAIL_INVALID", "PHONE_INVALID");
  }

  @Test
  void guest_can_be_reached_somehow() {
    expectError(
        people.createGuest(Map.of("name", "Guest")), "createGuest", "CONTACT_MISSING", List.of());
  }

  @Test
  void contact_may_be_another_guest_s_or_an_account_s_and_opens_nothing() {
    People.Person account = people.customer();

    People.Person guest = people.guest(account.email());
    People.Person other = people.guest(account.email());

    assertThat(List.of(account.id(), guest.id(), other.id())).doesNotHaveDuplicates();
    people
        .logIn(account.email(), People.PASSWORD)
        .path("logIn.user.id")
        .entity(UUID.class)
        .isEqualTo(account.id());
  }

  @Test
  void guest_s_address_is_free_for_an_account_and_does_not_log_in() {
    String email = People.newEmail();
    people.guest(email);

    people
        .logIn(email, "")
        .path("logIn.errors[*].code")
        .entityList(String.class)
        .containsExactly("WRONG_CREDENTIALS");
    noErrors(
        people.register(Map.of("email", email, "password", "12345678", "name", "Me")), "register");
  }

  @Test
  void guest_stays_one_by_refreshing() throws ParseException {
    GraphQlTester.Response refreshed =
        people.refresh(people.guest(People.newEmail()).refreshToken());

    noErrors(refreshed, "refresh");
    assertThat(roles(refreshed, "refresh")).containsExactly("GUEST");
  }

  @Test
  void guest_does_not_sell() {
    GraphQlTester.Response response =
        people.becomeSeller(
            subgraph.with(people.guest(People.newEmail()).accessToken()),
            Map.of(
                "name", "Shop",
                "currency", "GBP",
                "bankAccount", Map.of("bank", "B", "holder", "H", "number", "12345678")));

    expectRequestError(response, "FORBIDDEN");
  }

  @Test
  void contact_is_seen_by_the_guest_and_admins_only() {
    People.Person guest = people.guest(People.newEmail());

    for (People.Person person : List.of(guest, people.admin())) {
      seen(person.accessToken(), guest)
          .path("_entities[0].email")
          .entity(String.class)
          .isEqualTo(guest.email());
    }
    for (People.Person person : List.of(people.someCustomer(), people.guest(guest.email()))) {
      seen(person.accessToken(), guest)
          .path("_entities[0].name")
          .entity(String.class)
          .isEqualTo("Guest")
          .path("_entities[0].email")
          .valueIsNull()
          .path("_entities[0].phone")
          .valueIsNull()
          .path("_entities[0].roles")
          .valueIsNull();
    }
  }

  @Test
  void checkout_learns_who_buys_beside_who_sells_with_a_statement_each() {
    UUID guest =
        people
            .createGuest(Map.of("name", "Guest", "phone", "+6581234567"))
            .path("createGuest.user.id")
            .entity(UUID.class)
            .get();
    String seller = sellerId();

    assertThat(
            statements.of(
                () ->
                    forCheckout("orders", guest, seller)
                        .path("buyerForCheckout.name")
                        .entity(String.class)
                        .isEqualTo("Guest")
                        .path("buyerForCheckout.phone")
                        .entity(String.class)
                        .isEqualTo("+6581234567")
                        .path("buyerForCheckout.email")
                        .valueIsNull()
                        .path("sellersForCheckout[0].id")
                        .entity(String.class)
                        .isEqualTo(seller)))
        .isEqualTo(2);
    forCheckout("orders", UUID.randomUUID(), seller).path("buyerForCheckout").valueIsNull();
    forCheckout("orders", "no-uuid", seller).path("buyerForCheckout").valueIsNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"router", "edge"})
  void nobody_else_learns_who_buys(String caller) {
    subgraph
        .caller(caller)
        .document("query ($id: ID!) { buyerForCheckout(id: $id) { name } }")
        .variable("id", people.someCustomer().id())
        .execute()
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        error ->
                            assertThat(error.getExtensions()).containsEntry("code", "FORBIDDEN")));
  }

  private String sellerId() {
    return subgraph
        .with(people.someSeller().accessToken())
        .document("{ me { seller { id } } }")
        .execute()
        .path("me.seller.id")
        .entity(String.class)
        .get();
  }

  private GraphQlTester.Response forCheckout(String caller, Object buyer, String seller) {
    return subgraph
        .caller(caller)
        .document(FOR_CHECKOUT)
        .variable("id", buyer)
        .variable("sellers", List.of(seller))
        .execute();
  }

  private GraphQlTester.Response seen(String token, People.Person whom) {
    return subgraph
        .with(token)
        .document(
            "query ($r: [_Any!]!) { _entities(representations: $r) {"
                + " ... on User { name email phone roles } } }")
        .variable("r", List.of(Map.of("__typename", "User", "id", whom.id())))
        .execute();
  }

  static List<String> roles(GraphQlTester.Response response, String mutation)
      throws ParseException {
    return SignedJWT.parse(token(response, mutation)).getJWTClaimsSet().getStringListClaim("roles");
  }

  static String token(GraphQlTester.Response response, String mutation) {
    return response.path(mutation + ".tokens.accessToken").entity(String.class).get();
  }

  static void noErrors(GraphQlTester.Response response, String mutation) {
    response.path(mutation + ".errors").entityList(Object.class).hasSize(0);
  }

  static void expectError(
      GraphQlTester.Response response, String mutation, String code, List<String> path) {
    response
        .path(mutation + ".user")
        .valueIsNull()
        .path(mutation + ".tokens")
        .valueIsNull()
        .path(mutation + ".errors[*].code")
        .entityList(String.class)
        .containsExactly(code)
        .path(mutation + ".errors[0].path")
        .entityList(String.class)
        .satisfies(found -> assertThat(found).isEqualTo(path))
        .path(mutation + ".errors[0].message")
        .entity(String.class)
        .satisfies(message -> assertThat(message).isNotBlank());
  }

  static void expectRequestError(GraphQlTester.Response response, String code) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .isNotEmpty()
                    .allSatisfy(
                        error -> assertThat(error.getExtensions()).containsEntry("code", code)));
  }
}
