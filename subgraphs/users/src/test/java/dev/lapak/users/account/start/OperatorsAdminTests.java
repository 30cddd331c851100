package dev.lapak.users.account.start;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.users.People;
import dev.lapak.users.UsersTest;
import dev.lapak.users.account.Passwords;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@UsersTest
class OperatorsAdminTests {

  @Autowired SubgraphTester subgraph;
  @Autowired People people;
  @Autowired Passwords passwords;
  @Autowired Flyway flyway;

  @Test
  void admin_of_the_configuration_can_log_in() {
    me(people.admin())
        .path("me.email")
        .entity(String.class)
        .isEqualTo(UsersTest.ADMIN_EMAIL)
        .path("me.roles")
        .entityList(String.class)
        .containsExactly("CUSTOMER", "ADMIN");
  }

  @Test
  void admin_keeps_the_first_password() {
    start(UsersTest.ADMIN_EMAIL, "another password");

    people.logIn(UsersTest.ADMIN_EMAIL, "another password").path("logIn.errors[0].code").hasValue();
    me(people.admin()).path("me.id").hasValue();
  }

  @Test
  void address_is_trimmed_and_lower_case() {
    String email = People.newEmail();

    start("  " + email.toUpperCase(java.util.Locale.ROOT), "12345678");

    people
        .logIn(email, "12345678")
        .path("logIn.user.roles")
        .entityList(String.class)
        .containsExactly("CUSTOMER", "ADMIN");
  }

  @Test
  void who_has_registered_with_the_address_before_becomes_no_admin() {
    People.Person person = people.customer();

    start(person.email(), "12345678");

    me(person).path("me.roles").entityList(String.class).containsExactly("CUSTOMER");
    people.logIn(person.email(), "12345678").path("logIn.errors[0].code").hasValue();
  }

  @ParameterizedTest
  @CsvSource({"nobody, 12345678", "new-admin@example.org, 1234567"})
  void what_nobody_could_register_with_fails_the_start(String email, String password) {
    assertThatThrownBy(() -> start(email, password))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("lapak.users.admin");
  }

  @ParameterizedTest
  @CsvSource({"admin@example.org,", ", 12345678"})
  void half_a_configuration_fails_the_start(@Nullable String email, @Nullable String password) {
    assertThatThrownBy(() -> new AdminProperties(email, password))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LAPAK_USERS_ADMIN_EMAIL");
  }

  /** As the application would, with that configuration. */
  private void start(String email, String password) {
    Flyway.configure()
        .configuration(flyway.getConfiguration())
        .callbacks(new OperatorsAdmin(new AdminProperties(email, password), passwords))
        .load()
        .migrate();
  }

  private GraphQlTester.Response me(People.Person person) {
    return subgraph.with(person.accessToken()).document("{ me { id email roles } }").execute();
  }
}
