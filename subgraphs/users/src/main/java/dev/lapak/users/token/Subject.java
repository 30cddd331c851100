package dev.lapak.users.token;

import dev.lapak.platform.viewer.Role;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token is for.
 *
 * @param sellerId the seller that this user is, if any
 * @param currency the seller's currency, if any
 */
public record Subject(
    UUID userId, Set<Role> roles, @Nullable UUID sellerId, @Nullable Currency currency) {

  public Subject {
    roles = Set.copyOf(roles);
  }
}
