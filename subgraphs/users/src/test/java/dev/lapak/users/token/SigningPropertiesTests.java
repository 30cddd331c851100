package dev.lapak.users.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningPropertiesTests {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a secret of thirty-one letters."})
  void secret_is_required(@Nullable String secret) {
    assertThatThrownBy(() -> new SigningProperties(secret, Duration.ofMinutes(15)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LAPAK_USERS_KEY_SECRET");
  }

  @Test
  void secret_of_32_characters_will_do() {
    assertThat(new SigningProperties("s".repeat(32), Duration.ofMinutes(15)).keySecret())
        .hasSize(32);
  }
}
