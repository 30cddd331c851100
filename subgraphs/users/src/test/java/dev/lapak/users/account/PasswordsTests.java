package dev.lapak.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.error.RequestException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PasswordsTests {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Passwords passwords = new Passwords(new PasswordProperties(2, 3), meters);

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
        Flux.range(0, 6)
            .flatMap(i -> passwords.hash("password").map(hash -> Thread.currentThread().getName()))
            .distinct()
            .collectList()
            .block(Duration.ofSeconds(30));

    assertThat(threads).hasSize(2).allSatisfy(name -> assertThat(name).startsWith("passwords-"));
  }

  @Test
  void who_comes_when_too_many_wait_is_asked_to_try_again() {
    List<String> outcomes =
        Flux.range(0, 20)
            .flatMap(
                i ->
                    passwords
                        .hash("password")
                        .thenReturn("HASHED")
                        .onErrorResume(
                            RequestException.class, refused -> Mono.just(refused.code().name())))
            .collectList()
            .block(Duration.ofSeconds(30));

    // 2 at work with 3 waiting for each, and perhaps a few who came when some were done.
    assertThat(outcomes).containsOnly("HASHED", "TRY_AGAIN");
    assertThat(outcomes).filteredOn("HASHED"::equals).hasSizeBetween(6, 12);
  }

  private static String cost(String hash) {
    return hash.substring(0, hash.indexOf('$', "$argon2id$v=19$".length()));
  }
}
