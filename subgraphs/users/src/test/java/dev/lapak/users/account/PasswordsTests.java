package dev.lapak.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class PasswordsTests {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Passwords passwords = new Passwords(new PasswordProperties(2), meters);

  @AfterEach
  void end() {
    passwords.destroy();
  }

  @Test
  void hash_for_nobody_costs_what_every_hash_costs() {
    String real = passwords.encode("password");
    String nobodys = passwords.nobodys();

    assertThat(cost(nobodys)).isEqualTo(cost(real)).isEqualTo("$argon2id$v=19$m=19456,t=2,p=1");
    assertThat(nobodys).hasSameSizeAs(real);
    assertThat(passwords.matches("password", real).block()).isTrue();
    assertThat(passwords.matches("password", nobodys).block()).isFalse();
  }

  @Test
  void no_two_hashes_are_the_same() {
    assertThat(passwords.hash("password").block()).isNotEqualTo(passwords.hash("password").block());
  }

  @Test
  void only_so_many_are_hashed_at_once() {
    List<String> threads =
        Flux.range(0, 12)
            .flatMap(i -> passwords.hash("password").map(hash -> Thread.currentThread().getName()))
            .distinct()
            .collectList()
            .block(Duration.ofSeconds(30));

    assertThat(threads).hasSize(2).allSatisfy(name -> assertThat(name).startsWith("passwords-"));
  }

  private static String cost(String hash) {
    return hash.substring(0, hash.indexOf('$', "$argon2id$v=19$".length()));
  }
}
