package dev.lapak.users.guest;

import static dev.lapak.users.guest.GuestTests.expectError;
import static dev.lapak.users.guest.GuestTests.expectRequestError;
import static dev.lapak.users.guest.GuestTests.noErrors;
import static dev.lapak.users.guest.GuestTests.roles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.users.People;
import dev.lapak.users.UsersTest;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

/** A guest becomes an account. */
@UsersTest
class KeepAccountTests {

  @Autowired SubgraphTester subgraph;
  @Autowired People people;
  @Autowired DatabaseClient db;

  @Test
  void guest_is_the_same_user_with_an_account() throws ParseException {
    String email = People.newEmail();
    People.Person guest = people.guest(email);

    GraphQlTester.Response kept = people.keepAccount(with(guest), password());

    noErrors(kept, "keepAccount");
    kept.path("keepAccount.user.id")
        .entity(UUID.class)
        .isEqualTo(guest.id())
        .path("keepAccount.user.name")
        .entity(String.class)
        .isEqualTo("Guest")
        .path("keepAccount.user.email")
        .entity(String.class)
        .isEqualTo(email)
        .path("keepAccount.user.roles")
        .entityList(String.class)
        .containsExactly("CUSTOMER");
    assertThat(roles(kept, "keepAccount")).containsExactly("CUSTOMER");
    people
        .logIn(email, People.PASSWORD)
        .path("logIn.user.id")
        .entity(UUID.class)
        .isEqualTo(guest.id());
  }

  @Test
  void account_may_have_another_address_and_keeps_the_phone() {
    String email = People.newEmail();
    GraphQlTester.Response guest =
        people.createGuest(Map.of("name", "Guest", "phone", "+6581234567"));

    GraphQlTester.Response kept =
        people.keepAccount(
            subgraph.with(GuestTests.token(guest, "createGuest")),
            Map.of("email", email.toUpperCase(java.util.Locale.ROOT), "password", People.PASSWORD));

    kept.path("keepAccount.user.email")
        .entity(String.class)
        .isEqualTo(email)
        .path("keepAccount.user.phone")
        .entity(String.class)
        .isEqualTo("+6581234567");
  }

  @Test
  void kept_account_may_sell() {
    String token =
        GuestTests.token(
            people.keepAccount(with(people.guest(People.newEmail())), password()), "keepAccount");

    noErrors(
        people.becomeSeller(
            subgraph.with(token),
            Map.of(
                "name", "Shop",
                "currency", "GBP",
                "bankAccount", Map.of("bank", "B", "holder", "H", "number", "12345678"))),
        "becomeSeller");
  }

  @Test
  void guest_s_refresh_token_works_no_more_and_the_account_s_does() throws ParseException {
    People.Person guest = people.guest(People.newEmail());
    String token =
        people
            .keepAccount(with(guest), password())
            .path("keepAccount.tokens.refreshToken")
            .entity(String.class)
            .get();

    people
        .refresh(guest.refreshToken())
        .path("refresh.errors[*].code")
        .entityList(String.class)
        .containsExactly("REFRESH_TOKEN_INVALID");
    assertThat(roles(people.refresh(token), "refresh")).containsExactly("CUSTOMER");
  }

  @ParameterizedTest
  @CsvSource({
    "email, nobody, EMAIL_INVALID",
    "email, '', EMAIL_INVALID",
    "password, 1234567, PASSWORD_LENGTH",
  })
  void bad_input_is_a_typed_error_at_its_field(String field, String value, String code) {
    Map<String, String> input = new HashMap<>(password());
    input.put(field, value);

    expectError(
        people.keepAccount(with(people.guest(People.newEmail())), input),
        "keepAccount",
        code,
        List.of(field));
  }

  @Test
  void guest_without_an_address_must_give_one() {
    GraphQlTester.Response guest =
        people.createGuest(Map.of("name", "Guest", "phone", "+6581234567"));

    expectError(
        people.keepAccount(subgraph.with(GuestTests.token(guest, "createGuest")), password()),
        "keepAccount",
        "EMAIL_MISSING",
        List.of("email"));
  }

  @Test
  void guest_whose_address_is_taken_stays_a_guest_and_logged_in() throws ParseException {
    String email = people.someCustomer().email();
    People.Person guest = people.guest(email);

    expectError(
        people.keepAccount(with(guest), password()),
        "keepAccount",
        "EMAIL_TAKEN",
        List.of("email"));

    assertThat(roles(people.refresh(guest.refreshToken()), "refresh")).containsExactly("GUEST");
    noErrors(
        people.keepAccount(
            with(guest), Map.of("email", People.newEmail(), "password", People.PASSWORD)),
        "keepAccount");
  }

  @Test
  void account_is_none_to_keep() {
    expectError(
        people.keepAccount(with(people.someCustomer()), password()),
        "keepAccount",
        "HAS_ACCOUNT",
        List.of());
  }

  @Test
  void nobody_keeps_nothing() {
    expectRequestError(people.keepAccount(subgraph.anonymous(), password()), "UNAUTHENTICATED");
    People.Person guest = people.guest(People.newEmail());
    for (String table : List.of("sessions WHERE user_id", "users WHERE id")) {
      db.sql("DELETE FROM " + table + " = $1").bind(0, guest.id()).fetch().rowsUpdated().block();
    }
    expectRequestError(people.keepAccount(with(guest), password()), "UNAUTHENTICATED");
  }

  @Test
  void of_ten_times_at_once_one_is_done_and_its_password_works() {
    People.Person guest = people.guest(People.newEmail());

    List<String> outcomes =
        Race.of(
            10, i -> outcome(people.keepAccount(with(guest), Map.of("password", "password " + i))));

    assertThat(outcomes).containsOnly("KEPT", "HAS_ACCOUNT").containsOnlyOnce("KEPT");
    people
        .logIn(guest.email(), "password " + outcomes.indexOf("KEPT"))
        .path("logIn.user.id")
        .entity(UUID.class)
        .isEqualTo(guest.id());
  }

  @Test
  void of_ten_guests_with_one_address_one_gets_it_and_the_others_stay_guests() {
    String email = People.newEmail();
    List<People.Person> guests = Stream.generate(() -> people.guest(email)).limit(10).toList();

    List<String> outcomes =
        Race.of(10, i -> outcome(people.keepAccount(with(guests.get(i)), password())));

    assertThat(outcomes).containsOnly("KEPT", "EMAIL_TAKEN").containsOnlyOnce("KEPT");
    for (int i = 0; i < guests.size(); i++) {
      with(guests.get(i))
          .document("{ me { roles } }")
          .execute()
          .path("me.roles")
          .entityList(String.class)
          .containsExactly(outcomes.get(i).equals("KEPT") ? "CUSTOMER" : "GUEST");
    }
    people
        .logIn(email, People.PASSWORD)
        .path("logIn.user.id")
        .entity(UUID.class)
        .isEqualTo(guests.get(outcomes.indexOf("KEPT")).id());
  }

  @Test
  void of_guests_and_people_who_register_with_one_address_one_gets_it() {
    String email = People.newEmail();
    List<People.Person> guests = Stream.generate(() -> people.guest(email)).limit(5).toList();

    List<String> outcomes =
        Race.of(
            10,
            i ->
                i < 5
                    ? outcome(people.keepAccount(with(guests.get(i)), password()))
                    : people
                        .register(
                            Map.of("email", email, "password", People.PASSWORD, "name", "Twin"))
                        .path("register.errors[*].code")
                        .entityList(String.class)
                        .get()
                        .stream()
                        .findFirst()
                        .orElse("KEPT"));

    assertThat(outcomes).containsOnly("KEPT", "EMAIL_TAKEN").containsOnlyOnce("KEPT");
  }

  private static String outcome(GraphQlTester.Response response) {
    return response.path("keepAccount.errors[*].code").entityList(String.class).get().stream()
        .findFirst()
        .orElse("KEPT");
  }

  private HttpGraphQlTester with(People.Person person) {
    return subgraph.with(person.accessToken());
  }

  private static Map<String, String> password() {
    return Map.of("password", People.PASSWORD);
  }
}
