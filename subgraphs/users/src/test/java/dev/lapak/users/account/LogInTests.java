package dev.lapak.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.users.People;
import dev.lapak.users.UsersTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@UsersTest
class LogInTests {

  @Autowired SubgraphTester subgraph;
  @Autowired People people;
  @Autowired MeterRegistry meters;

  @Test
  void right_password_logs_in() {
    People.Person person = people.someCustomer();

    GraphQlTester.Response response = people.logIn(person.email(), People.PASSWORD);

    response
        .path("logIn.errors")
        .entityList(Object.class)
        .hasSize(0)
        .path("logIn.user.id")
        .entity(UUID.class)
        .isEqualTo(person.id())
        .path("logIn.user.email")
        .entity(String.class)
        .isEqualTo(person.email());
    subgraph
        .with(response.path("logIn.tokens.accessToken").entity(String.class).get())
        .document("{ me { id } }")
        .execute()
        .path("me.id")
        .entity(UUID.class)
        .isEqualTo(person.id());
  }

  @Test
  void case_and_blanks_around_the_address_do_not_matter() {
    People.Person person = people.someCustomer();

    people
        .logIn(" " + person.email().toUpperCase(Locale.ROOT) + " ", People.PASSWORD)
        .path("logIn.user.id")
        .entity(UUID.class)
        .isEqualTo(person.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "wrong horse", " correct horse", "Correct horse", "correct\u0000horse"})
  void wrong_password_does_not(String password) {
    expectWrong(people.logIn(people.someCustomer().email(), password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody@example.org", "nobody", "a\u0000b@example.org", "🛒"})
  void unknown_address_does_not(String email) {
    expectWrong(people.logIn(email, People.PASSWORD));
  }

  @ParameterizedTest
  @CsvSource({"nobody@example.org", "not an address"})
  void unknown_address_takes_the_same_work_as_a_wrong_password(String unknown) {
    String known = people.someCustomer().email();

    assertThat(hashing(() -> people.logIn(unknown, "wrong password")))
        .isEqualTo(hashing(() -> people.logIn(known, "wrong password")))
        .isOne();
  }

  @Test
  void password_is_the_same_from_every_keyboard() {
    String email = People.newEmail();
    people.register(Map.of("email", email, "password", "caf\u00e9 au lait", "name", "Siti"));

    people.logIn(email, "cafe\u0301 au lait").path("logIn.user.id").hasValue();
  }

  private long hashing(Runnable work) {
    long before = meters.get("lapak.users.password").timer().count();
    work.run();
    return meters.get("lapak.users.password").timer().count() - before;
  }

  private static void expectWrong(GraphQlTester.Response response) {
    response
        .path("logIn.user")
        .valueIsNull()
        .path("logIn.tokens")
        .valueIsNull()
        .path("logIn.errors[*].code")
        .entityList(String.class)
        .containsExactly("WRONG_CREDENTIALS")
        .path("logIn.errors[0].path")
        .entityList(String.class)
        .hasSize(0);
  }
}
