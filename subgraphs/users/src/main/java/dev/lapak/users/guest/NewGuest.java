package dev.lapak.users.guest;

import static dev.lapak.users.guest.CreateGuestErrorCode.CONTACT_MISSING;
import static dev.lapak.users.guest.CreateGuestErrorCode.EMAIL_INVALID;
import static dev.lapak.users.guest.CreateGuestErrorCode.NAME_LENGTH;
import static dev.lapak.users.guest.CreateGuestErrorCode.PHONE_INVALID;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.text.Length;
import dev.lapak.platform.text.Plain;
import dev.lapak.users.account.Email;
import dev.lapak.users.account.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How somebody wants to be known who has no account. */
public record NewGuest(String name, @Nullable String email, @Nullable String phone) {

  public NewGuest {
    name = Plain.line(name);
  }

  Optional<Email> parsedEmail() {
    return Optional.ofNullable(email).flatMap(Email::parse);
  }

  Optional<Phone> parsedPhone() {
    return Optional.ofNullable(phone).flatMap(Phone::parse);
  }

  List<InputError<CreateGuestErrorCode>> errors() {
    List<InputError<CreateGuestErrorCode>> errors = new ArrayList<>();
    if (!Length.isWithin(name, 1, 100)) {
      errors.add(InputError.of(NAME_LENGTH, "A name has 1 to 100 characters.", "name"));
    }
    if (email == null && phone == null) {
      errors.add(InputError.of(CONTACT_MISSING, "Give an e-mail address or a phone number."));
    }
    if (email != null && parsedEmail().isEmpty()) {
      errors.add(InputError.of(EMAIL_INVALID, "This is not an e-mail address.", "email"));
    }
    if (phone != null && parsedPhone().isEmpty()) {
      errors.add(
          InputError.of(
              PHONE_INVALID,
              "This is no phone number with its country's code, such as +62 812 3456 7890.",
              "phone"));
    }
    return errors;
  }
}
