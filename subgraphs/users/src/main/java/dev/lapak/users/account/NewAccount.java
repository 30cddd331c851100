package dev.lapak.users.account;

import static dev.lapak.users.account.RegisterErrorCode.EMAIL_INVALID;
import static dev.lapak.users.account.RegisterErrorCode.NAME_LENGTH;
import static dev.lapak.users.account.RegisterErrorCode.PASSWORD_LENGTH;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.text.Length;
import dev.lapak.platform.text.Plain;
import java.util.ArrayList;
import java.util.List;

/** What somebody wants to register with. */
public record NewAccount(String email, String password, String name) {

  public NewAccount {
    name = Plain.line(name);
  }

  public List<InputError<RegisterErrorCode>> errors() {
    List<InputError<RegisterErrorCode>> errors = new ArrayList<>();
    if (Email.parse(email).isEmpty()) {
      errors.add(InputError.of(EMAIL_INVALID, "This is not an e-mail address.", "email"));
    }
    if (!Passwords.isLongEnough(password)) {
      errors.add(InputError.of(PASSWORD_LENGTH, Passwords.LENGTH, "password"));
    }
    if (!Length.isWithin(name, 1, 100)) {
      errors.add(InputError.of(NAME_LENGTH, "A name has 1 to 100 characters.", "name"));
    }
    return errors;
  }

  @Override
  public String toString() {
    return "NewAccount[" + email + "]"; // never the password
  }
}
