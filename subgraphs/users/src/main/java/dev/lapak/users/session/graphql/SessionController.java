package dev.lapak.users.session.graphql;

import dev.lapak.platform.error.InputError;
import dev.lapak.users.session.Sessions;
import dev.lapak.users.session.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
final class SessionController {

  private final Sessions sessions;

  SessionController(Sessions sessions) {
    this.sessions = sessions;
  }

  record RefreshInput(String refreshToken) {}

  enum RefreshErrorCode {
    REFRESH_TOKEN_INVALID
  }

  record RefreshPayload(@Nullable Tokens tokens, List<InputError<RefreshErrorCode>> errors) {

    static final RefreshPayload INVALID =
        new RefreshPayload(
            null,
            List.of(
                InputError.of(
                    RefreshErrorCode.REFRESH_TOKEN_INVALID,
                    "This refresh token does not work (any more): log in again.",
                    "refreshToken")));
  }

  @MutationMapping
  Mono<RefreshPayload> refresh(@Argument RefreshInput input) {
    return sessions
        .refresh(input.refreshToken())
        .map(tokens -> new RefreshPayload(tokens, List.of()))
        .defaultIfEmpty(RefreshPayload.INVALID);
  }
}
