package dev.lapak.users.account.graphql;

import dev.lapak.platform.error.InputError;
import dev.lapak.users.account.LoggedIn;
import dev.lapak.users.account.RegisterErrorCode;
import dev.lapak.users.account.Registration;
import dev.lapak.users.account.User;
import dev.lapak.users.session.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

record RegisterPayload(
    @Nullable User user, @Nullable Tokens tokens, List<InputError<RegisterErrorCode>> errors) {

  static RegisterPayload of(Registration registration) {
    return switch (registration) {
      case LoggedIn(User user, Tokens tokens) -> new RegisterPayload(user, tokens, List.of());
      case Registration.Refused(var errors) -> new RegisterPayload(null, null, errors);
    };
  }
}
