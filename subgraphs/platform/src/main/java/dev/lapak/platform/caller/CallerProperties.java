package dev.lapak.platform.caller;

import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may call, and as whom this service calls.
 *
 * @param name this service's own name
 * @param secrets each known caller's secret by name, this service's own too; at least 32 characters
 *     each
 */
@ConfigurationProperties("lapak.caller")
public record CallerProperties(String name, Map<String, String> secrets) {

  private static final int MIN_SECRET = 32;

  public CallerProperties {
    secrets = secrets == null ? Map.of() : Map.copyOf(secrets);
    secrets.forEach(
        (caller, secret) -> {
          if (secret.length() < MIN_SECRET) {
            throw new IllegalArgumentException(
                "lapak.caller.secrets.%s is shorter than %d characters"
                    .formatted(caller, MIN_SECRET));
          }
        });
    if (!secrets.containsKey("router") || !secrets.containsKey("edge")) {
      throw new IllegalArgumentException(
          "lapak.caller.secrets.router and .edge (LAPAK_CALLER_SECRETS_ROUTER, …_EDGE) must be set");
    }
  }

  /** What this service sends as {@link Caller#HEADER}. */
  public String header() {
    return name
        + ":"
        + Objects.requireNonNull(
            secrets.get(name), () -> "lapak.caller.secrets.%s is not set".formatted(name));
  }
}
