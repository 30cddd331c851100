package dev.lapak.users.account.graphql;

import dev.lapak.platform.error.InputError;
import dev.lapak.users.account.LoggedIn;
import dev.lapak.users.account.User;
import dev.lapak.users.session.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

record LogInPayload(
    @Nullable User user, @Nullable Tokens tokens, List<InputError<LogInErrorCode>> errors) {

  enum LogInErrorCode {
    WRONG_CREDENTIALS
  }

  static final LogInPayload WRONG_CREDENTIALS =
      new LogInPayload(
          null,
          null,
          List.of(
              InputError.of(
                  LogInErrorCode.WRONG_CREDENTIALS,
                  "No account has this e-mail address and password.")));

  static LogInPayload of(LoggedIn loggedIn) {
    return new LogInPayload(loggedIn.user(), loggedIn.tokens(), List.of());
  }
}
