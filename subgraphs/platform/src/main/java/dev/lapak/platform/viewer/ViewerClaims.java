package dev.lapak.platform.viewer;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** The claims of an access token beside the registered ones; {@code sub} is the user's id. */
public final class ViewerClaims {

  /** A list of {@link Role} names. */
  public static final String ROLES = "roles";

  /** The id of the seller that the user is; missing for others. */
  public static final String SELLER = "seller";

  /** The seller's currency code; missing for others. */
  public static final String CURRENCY = "currency";

  private ViewerClaims() {}

  /** Reads what the decoder has verified. */
  public static Viewer viewer(Jwt token) {
    String seller = token.getClaimAsString(SELLER);
    String currency = token.getClaimAsString(CURRENCY);
    return new Viewer(
        UUID.fromString(token.getSubject()),
        roles(token.getClaimAsStringList(ROLES)),
        seller == null ? null : UUID.fromString(seller),
        currency == null ? null : Currency.getInstance(currency),
        token.getExpiresAt());
  }

  private static Set<Role> roles(@Nullable List<String> names) {
    return names == null
        ? Set.of()
        : names.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
  }
}
