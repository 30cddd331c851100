package dev.lapak.users.account.graphql;

import dev.lapak.platform.viewer.Viewer;
import dev.lapak.users.account.Accounts;
import dev.lapak.users.account.LoggedIn;
import dev.lapak.users.account.NewAccount;
import dev.lapak.users.account.User;
import graphql.GraphQLContext;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
final class AccountController {

  private final Accounts accounts;

  AccountController(Accounts accounts) {
    this.accounts = accounts;
  }

  @MutationMapping
  Mono<RegisterPayload> register(@Argument NewAccount input, GraphQLContext context) {
    return accounts
        .register(input)
        .doOnNext(
            registration -> {
              if (registration instanceof LoggedIn(User user, var _)) {
                context.put(Viewer.KEY, user.asViewer());
              }
            })
        .map(RegisterPayload::of);
  }

  @MutationMapping
  Mono<LogInPayload> logIn(@Argument LogInInput input, GraphQLContext context) {
    return accounts
        .logIn(input.email(), input.password())
        .doOnNext(loggedIn -> context.put(Viewer.KEY, loggedIn.user().asViewer()))
        .map(LogInPayload::of)
        .defaultIfEmpty(LogInPayload.WRONG_CREDENTIALS);
  }

  record LogInInput(String email, String password) {

    @Override
    public String toString() {
      return "LogInInput[" + email + "]"; // never the password
    }
  }
}
