package dev.lapak.users.account;

import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.text.Length;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes passwords with Argon2id, off the event loops, and only so many at once: each takes {@value
 * #MEMORY_KIB} KiB.
 */
@Component
public final class Passwords implements DisposableBean {

  /** For who has chosen a shorter or longer one. */
  public static final String LENGTH = "A password has 8 to 200 characters.";

  private static final int SALT_LENGTH = 16;
  private static final int HASH_LENGTH = 32;
  private static final int PARALLELISM = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;

  private static final RequestException TRY_AGAIN =
      new RequestException(
          RequestErrorCode.TRY_AGAIN, "Too many people log in at once: try again a little later.");

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_LENGTH, HASH_LENGTH, PARALLELISM, MEMORY_KIB, ITERATIONS);
  private final String nobodys = matchless();
  private final Scheduler scheduler;
  private final Timer timer;

  Passwords(PasswordProperties properties, MeterRegistry meters) {
    this.scheduler =
        Schedulers.newBoundedElastic(properties.atOnce(), properties.waiting(), "passwords");
    this.timer =
        Timer.builder("lapak.users.password")
            .description("hashing a password, or checking one against its hash")
            .register(meters);
  }

  /** And not too long. */
  public static boolean isLongEnough(String password) {
    return Length.isWithin(password, 8, 200);
  }

  public Mono<String> hash(String password) {
    return work(() -> encode(password));
  }

  public Mono<Boolean> matches(String password, String hash) {
    return work(() -> argon2.matches(normal(password), hash));
  }

  /** Takes its time at once: not for an event loop. */
  public String encode(String password) {
    return Objects.requireNonNull(argon2.encode(normal(password)));
  }

  /** A hash as costly to check as any other, that no password has. */
  String nobodys() {
    return nobodys;
  }

  @Override
  public void destroy() {
    scheduler.dispose();
  }

  private <T> Mono<T> work(Supplier<T> work) {
    return Mono.fromSupplier(() -> timer.record(work))
        .subscribeOn(scheduler)
        .onErrorMap(RejectedExecutionException.class, tooMany -> TRY_AGAIN);
  }

  /** One keyboard writes é as one character, another as two. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private static String matchless() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB,
            ITERATIONS,
            PARALLELISM,
            base64.encodeToString(random(SALT_LENGTH)),
            base64.encodeToString(random(HASH_LENGTH)));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
