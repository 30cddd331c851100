package dev.lapak.users.account.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The operator's admin; both or neither.
 *
 * @param password used only to make the account
 */
@ConfigurationProperties("lapak.users.admin")
record AdminProperties(@Nullable String email, @Nullable String password) {

  AdminProperties {
    if ((email == null) != (password == null)) {
      throw new IllegalArgumentException(
          "lapak.users.admin.email and .password (LAPAK_USERS_ADMIN_EMAIL, …_PASSWORD)"
              + " must both be set, or neither");
    }
  }

  @Override
  public String toString() {
    return "AdminProperties[" + email + "]"; // never the password
  }
}
