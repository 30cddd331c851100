package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is logged in stays so. */
class SessionIT {

  @Test
  void a_refresh_token_is_good_for_new_tokens_once() {
    String token =
        Person.NOBODY
            .now(
                """
                mutation ($email: String!) {
                  register(input: {email: $email, password: "correct horse", name: "Somebody"}) {
                    tokens { refreshToken }
                  }
                }
                """,
                Map.of("email", UUID.randomUUID() + "@example.test"))
            .get("register.tokens.refreshToken");

    Answer refreshed = refresh(token);
    assertThat(refreshed.failures("refresh")).isEmpty();
    Person again = new Person("again", refreshed.get("refresh.tokens.accessToken"));
    assertThat(again.now("{ me { name } }").<String>get("me.name")).isEqualTo("Somebody");
    assertThat(refresh(refreshed.get("refresh.tokens.refreshToken")).failures("refresh")).isEmpty();
    assertThat(refresh(token).failures("refresh")).containsExactly("REFRESH_TOKEN_INVALID");
  }

  private static Answer refresh(String token) {
    return Person.NOBODY.now(
        """
        mutation ($token: String!) {
          refresh(input: {refreshToken: $token}) {
            tokens { accessToken refreshToken } errors { code }
          }
        }
        """,
        Map.of("token", token));
  }
}
