package dev.lapak.users.account;

import dev.lapak.platform.error.InputError;
import java.util.List;

/** What became of a registration: a logged-in user, or reasons why not. */
public sealed interface Registration permits LoggedIn, Registration.Refused {

  /** There is no new account. */
  record Refused(List<InputError<RegisterErrorCode>> errors) implements Registration {}
}
