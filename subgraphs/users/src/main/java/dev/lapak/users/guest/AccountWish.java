package dev.lapak.users.guest;

import static dev.lapak.users.guest.KeepAccountErrorCode.EMAIL_INVALID;
import static dev.lapak.users.guest.KeepAccountErrorCode.EMAIL_MISSING;
import static dev.lapak.users.guest.KeepAccountErrorCode.HAS_ACCOUNT;
import static dev.lapak.users.guest.KeepAccountErrorCode.PASSWORD_LENGTH;

import dev.lapak.platform.error.InputError;
import dev.lapak.users.account.Email;
import dev.lapak.users.account.Passwords;
import dev.lapak.users.account.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a guest wants to log in with.
 *
 * @param email the guest's own where it is null
 */
public record AccountWish(@Nullable String email, String password) {

  static final InputError<KeepAccountErrorCode> NO_GUEST =
      InputError.of(HAS_ACCOUNT, "This user has an account already: log in.");

  Optional<Email> emailOf(User guest) {
    return Optional.ofNullable(email == null ? guest.email() : email).flatMap(Email::parse);
  }

  List<InputError<KeepAccountErrorCode>> errors(User guest) {
    if (!guest.isGuest()) {
      return List.of(NO_GUEST);
    }
    List<InputError<KeepAccountErrorCode>> errors = new ArrayList<>();
    if (email == null && guest.email() == null) {
      errors.add(InputError.of(EMAIL_MISSING, "Give an e-mail address to log in with.", "email"));
    } else if (emailOf(guest).isEmpty()) {
      errors.add(InputError.of(EMAIL_INVALID, "This is not an e-mail address.", "email"));
    }
    if (!Passwords.isLongEnough(password)) {
      errors.add(InputError.of(PASSWORD_LENGTH, Passwords.LENGTH, "password"));
    }
    return errors;
  }

  @Override
  public String toString() {
    return "AccountWish[" + email + "]"; // never the password
  }
}
