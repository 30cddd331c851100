package dev.lapak.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.users.People;
import dev.lapak.users.UsersTest;
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

@UsersTest
class RegisterTests {

  @Autowired SubgraphTester subgraph;
  @Autowired People people;

  @Test
  void new_user_is_a_customer_and_logged_in() {
    String email = People.newEmail();

    GraphQlTester.Response response =
        people.register(Map.of("email", email, "password", "12345678", "name", "Siti"));

    response
        .path("register.errors")
        .entityList(Object.class)
        .hasSize(0)
        .path("register.user.name")
        .entity(String.class)
        .isEqualTo("Siti")
        .path("register.user.seller")
        .valueIsNull();
    String token = response.path("register.tokens.accessToken").entity(String.class).get();
    subgraph
        .with(token)
        .document("{ me { email roles } }")
        .execute()
        .path("me.email")
        .entity(String.class)
        .isEqualTo(email)
        .path("me.roles")
        .entityList(String.class)
        .containsExactly("CUSTOMER");
  }

  @Test
  void address_is_kept_in_lower_case_and_name_trimmed() {
    String email = People.newEmail();

    UUID id =
        people
            .register(
                Map.of(
                    "email",
                    "  " + email.toUpperCase(java.util.Locale.ROOT) + "\t",
                    "password",
                    "12345678",
                    "name",
                    "  Siti 🛒 Rahayu\u2003 "))
            .path("register.user.name")
            .entity(String.class)
            .isEqualTo("Siti 🛒 Rahayu")
            .path("register.user.id")
            .entity(UUID.class)
            .get();

    people.logIn(email, "12345678").path("logIn.user.id").entity(UUID.class).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "email, nobody, EMAIL_INVALID",
    "email, '', EMAIL_INVALID",
    "email, a@b, EMAIL_INVALID",
    "email, 'a b@example.org', EMAIL_INVALID",
    "email, a@b@example.org, EMAIL_INVALID",
    "email, .a@example.org, EMAIL_INVALID",
    "email, a..b@example.org, EMAIL_INVALID",
    "email, a@-example.org, EMAIL_INVALID",
    "email, a@example..org, EMAIL_INVALID",
    "password, 1234567, PASSWORD_LENGTH",
    "password, '', PASSWORD_LENGTH",
    "name, '', NAME_LENGTH",
    "name, '   ', NAME_LENGTH",
  })
  void bad_input_is_a_typed_error_at_its_field(String field, String value, String code) {
    expectError(people.register(input(Map.of(field, value))), code, field);
  }

  @Test
  void address_has_254_characters_at_most() {
    String local = "a".repeat(64) + "@";
    String domain = (("b".repeat(61) + ".").repeat(4)).substring(0, 254 - 65 - 4) + ".org";

    people
        .register(input(Map.of("email", local + domain)))
        .path("register.errors")
        .entityList(Object.class)
        .hasSize(0);
    expectError(
        people.register(input(Map.of("email", local + "b" + domain))), "EMAIL_INVALID", "email");
  }

  @Test
  void password_has_200_characters_at_most() {
    people
        .register(input(Map.of("password", "🛒".repeat(200))))
        .path("register.errors")
        .entityList(Object.class)
        .hasSize(0);
    expectError(
        people.register(input(Map.of("password", "p".repeat(201)))), "PASSWORD_LENGTH", "password");
  }

  @Test
  void name_has_100_characters_at_most() {
    people
        .register(input(Map.of("name", "🛒".repeat(100))))
        .path("register.errors")
        .entityList(Object.class)
        .hasSize(0);
    expectError(people.register(input(Map.of("name", "n".repeat(101)))), "NAME_LENGTH", "name");
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    people
        .register(Map.of("email", "x", "password", "x", "name", ""))
        .path("register.errors[*].code")
        .entityList(String.class)
        .containsExactly("EMAIL_INVALID", "PASSWORD_LENGTH", "NAME_LENGTH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", " %s ", "P%s"})
  void address_has_one_account(String variant) {
    String email = People.newEmail();
    people.register(input(Map.of("email", "p" + email)));
    people.register(input(Map.of("email", email)));

    expectError(
        people.register(input(Map.of("email", variant.formatted(email)))), "EMAIL_TAKEN", "email");
  }

  @Test
  void of_twenty_at_once_with_one_address_one_gets_it() {
    String email = People.newEmail();

    List<String> outcomes =
        Race.of(
            20,
            i ->
                people
                    .register(input(Map.of("email", email, "name", "Twin " + i)))
                    .path("register.errors[*].code")
                    .entityList(String.class)
                    .get()
                    .stream()
                    .findFirst()
                    .orElse("REGISTERED"));

    assertThat(outcomes).hasSize(20).containsOnlyOnce("REGISTERED");
    assertThat(outcomes).filteredOn("EMAIL_TAKEN"::equals).hasSize(19);
  }

  @Test
  void nul_character_is_bad_input() {
    people
        .register(input(Map.of("name", "a\u0000b")))
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .singleElement()
                    .satisfies(
                        error ->
                            assertThat(error.getExtensions())
                                .containsEntry("code", "BAD_USER_INPUT")));
  }

  private static Map<String, ?> input(Map<String, String> changes) {
    Map<String, String> input =
        new HashMap<>(
            Map.of("email", People.newEmail(), "password", People.PASSWORD, "name", "Somebody"));
    input.putAll(changes);
    return input;
  }

  private static void expectError(GraphQlTester.Response response, String code, String field) {
    response
        .path("register.user")
        .valueIsNull()
        .path("register.tokens")
        .valueIsNull()
        .path("register.errors[*].code")
        .entityList(String.class)
        .containsExactly(code)
        .path("register.errors[0].path")
        .entityList(String.class)
        .containsExactly(field)
        .path("register.errors[0].message")
        .entity(String.class)
        .satisfies(message -> assertThat(message).isNotBlank());
  }
}
