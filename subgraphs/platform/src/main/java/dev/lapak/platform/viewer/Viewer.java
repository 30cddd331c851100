package dev.lapak.platform.viewer;

import static dev.lapak.platform.error.RequestErrorCode.FORBIDDEN;
import static dev.lapak.platform.error.RequestErrorCode.UNAUTHENTICATED;

import dev.lapak.platform.error.RequestException;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the verified token says. Controllers take it as {@code @ContextValue Viewer viewer}.
 *
 * @param userId null for nobody
 * @param sellerId the seller that this user is, if any
 * @param currency the seller's currency, if any
 * @param expiresAt when the token ends; null for nobody
 */
public record Viewer(
    @Nullable UUID userId,
    Set<Role> roles,
    @Nullable UUID sellerId,
    @Nullable Currency currency,
    @Nullable Instant expiresAt) {

  /** Nobody is logged in. */
  public static final Viewer NOBODY = new Viewer(null, Set.of(), null, null, null);

  /** The key in the GraphQL context. */
  public static final String KEY = "viewer";

  public Viewer {
    roles = Set.copyOf(roles);
  }

  public boolean isAdmin() {
    return roles.contains(Role.ADMIN);
  }

  /** Whether this is somebody without an account. */
  public boolean isGuest() {
    return roles.contains(Role.GUEST);
  }

  /** Whether this is that user. */
  public boolean is(UUID user) {
    return user.equals(userId);
  }

  public UUID requireUser() {
    if (userId == null) {
      throw new RequestException(UNAUTHENTICATED, "Log in first.");
    }
    return userId;
  }

  /** Somebody with an account. */
  public UUID requireCustomer() {
    UUID user = requireUser();
    if (isGuest()) {
      throw new RequestException(FORBIDDEN, "This is for people with an account.");
    }
    return user;
  }

  public UUID requireSeller() {
    requireUser();
    if (sellerId == null) {
      throw new RequestException(FORBIDDEN, "This is for sellers.");
    }
    return sellerId;
  }

  /** The currency that the seller's prices are in. */
  public Currency requireSellerCurrency() {
    requireSeller();
    if (currency == null) {
      throw new RequestException(FORBIDDEN, "This is for sellers.");
    }
    return currency;
  }

  public void requireAdmin() {
    requireUser();
    if (!isAdmin()) {
      throw new RequestException(FORBIDDEN, "This is for admins.");
    }
  }
}
