package dev.lapak.users.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.Race;
import dev.lapak.users.People;
import dev.lapak.users.UsersTest;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

@UsersTest
class RefreshTests {

  @Autowired People people;
  @Autowired DatabaseClient db;

  @Test
  void token_is_exchanged_for_new_ones() {
    String first = people.customer().refreshToken();

    String second = newToken(people.refresh(first));

    assertThat(second).isNotEqualTo(first);
    newToken(people.refresh(second));
  }

  @Test
  void refresh_token_lives_for_thirty_days() {
    OffsetDateTime end =
        people
            .refresh(people.customer().refreshToken())
            .path("refresh.tokens.refreshTokenExpiresAt")
            .entity(OffsetDateTime.class)
            .get();

    assertThat(end)
        .isBetween(
            OffsetDateTime.now().plusDays(30).minusMinutes(1), OffsetDateTime.now().plusDays(30));
  }

  @Test
  void token_works_once() {
    String token = people.customer().refreshToken();
    newToken(people.refresh(token));

    expectInvalid(people.refresh(token));
  }

  @Test
  void of_twenty_at_once_with_one_token_one_wins() {
    String token = people.customer().refreshToken();

    List<Integer> errors =
        Race.of(
            20,
            i ->
                people.refresh(token).path("refresh.errors").entityList(Object.class).get().size());

    assertThat(errors).hasSize(20).containsOnlyOnce(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "nonsense", "a\u0000b", "🛒"})
  void made_up_token_is_invalid(String token) {
    expectInvalid(people.refresh(token));
  }

  @Test
  void token_of_the_right_form_is_invalid_all_the_same() {
    byte[] bytes = Base64.getUrlDecoder().decode(people.customer().refreshToken());
    bytes[bytes.length - 1] ^= 1;

    expectInvalid(people.refresh(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
  }

  @Test
  void expired_token_is_invalid() {
    People.Person person = people.customer();
    change(person, "expires_at = now() - interval '1 second'");

    expectInvalid(people.refresh(person.refreshToken()));
  }

  @Test
  void revoked_session_is_over() {
    People.Person person = people.customer();
    change(person, "revoked_at = now()");

    expectInvalid(people.refresh(person.refreshToken()));
  }

  @Test
  void sessions_are_apart() {
    People.Person person = people.customer();
    String other =
        people
            .logIn(person.email(), People.PASSWORD)
            .path("logIn.tokens.refreshToken")
            .entity(String.class)
            .get();
    newToken(people.refresh(person.refreshToken()));

    newToken(people.refresh(other));
  }

  @Test
  void expired_sessions_are_forgotten_at_the_next_log_in() {
    People.Person person = people.customer();
    change(person, "expires_at = now() - interval '1 second'");
    people.logIn(person.email(), People.PASSWORD);

    assertThat(
            db.sql("SELECT count(*) FROM sessions WHERE user_id = $1")
                .bind(0, person.id())
                .mapValue(Long.class)
                .one()
                .block())
        .isOne();
  }

  @Test
  void only_the_hash_is_kept() {
    People.Person person = people.customer();
    byte[] token = Base64.getUrlDecoder().decode(person.refreshToken());

    String rows =
        db.sql("SELECT string_agg(s::text, ' ') FROM sessions s WHERE user_id = $1")
            .bind(0, person.id())
            .mapValue(String.class)
            .one()
            .block();

    assertThat(rows)
        .contains("\\x")
        .doesNotContain(person.refreshToken())
        .doesNotContain(hex(token).substring(32))
        .doesNotContain(new String(token, StandardCharsets.ISO_8859_1));
  }

  private void change(People.Person person, String set) {
    db.sql("UPDATE sessions SET " + set + " WHERE user_id = $1")
        .bind(0, person.id())
        .fetch()
        .rowsUpdated()
        .block();
  }

  private static String newToken(GraphQlTester.Response response) {
    return response
        .path("refresh.errors")
        .entityList(Object.class)
        .hasSize(0)
        .path("refresh.tokens.refreshToken")
        .entity(String.class)
        .get();
  }

  private static void expectInvalid(GraphQlTester.Response response) {
    response
        .path("refresh.tokens")
        .valueIsNull()
        .path("refresh.errors[*].code")
        .entityList(String.class)
        .containsExactly("REFRESH_TOKEN_INVALID")
        .path("refresh.errors[0].path")
        .entityList(String.class)
        .containsExactly("refreshToken");
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
