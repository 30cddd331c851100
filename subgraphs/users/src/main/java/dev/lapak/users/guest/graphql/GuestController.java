package dev.lapak.users.guest.graphql;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.platform.viewer.Viewer;
import dev.lapak.users.account.LoggedIn;
import dev.lapak.users.account.User;
import dev.lapak.users.guest.AccountWish;
import dev.lapak.users.guest.CreateGuestErrorCode;
import dev.lapak.users.guest.Guests;
import dev.lapak.users.guest.KeepAccountErrorCode;
import dev.lapak.users.guest.NewGuest;
import dev.lapak.users.session.Tokens;
import graphql.GraphQLContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
final class GuestController {

  private final Guests guests;

  GuestController(Guests guests) {
    this.guests = guests;
  }

  /** What both mutations answer, each with codes of its own. */
  record Payload<C extends Enum<C>>(
      @Nullable User user, @Nullable Tokens tokens, List<InputError<C>> errors) {

    /** The rest of the answer is for the user who has just proven to be one. */
    static <C extends Enum<C>> Payload<C> of(
        Outcome<LoggedIn, InputError<C>> outcome, GraphQLContext context) {
      return switch (outcome) {
        case Outcome.Done(LoggedIn(User user, Tokens tokens)) -> {
          context.put(Viewer.KEY, user.asViewer());
          yield new Payload<>(user, tokens, List.of());
        }
        case Outcome.Refused(List<InputError<C>> errors) -> new Payload<>(null, null, errors);
      };
    }
  }

  @MutationMapping
  Mono<Payload<CreateGuestErrorCode>> createGuest(
      @Argument NewGuest input, GraphQLContext context) {
    return guests.create(input).map(outcome -> Payload.of(outcome, context));
  }

  @MutationMapping
  Mono<Payload<KeepAccountErrorCode>> keepAccount(
      @Argument AccountWish input, @ContextValue Viewer viewer, GraphQLContext context) {
    return guests.keep(viewer.requireUser(), input).map(outcome -> Payload.of(outcome, context));
  }
}
