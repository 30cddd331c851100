package dev.lapak.users.account.graphql;

import dev.lapak.users.account.Accounts;
import dev.lapak.users.account.NewAccount;
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
  Mono<RegisterPayload> register(@Argument NewAccount input) {
    return accounts.register(input).map(RegisterPayload::of);
  }

  @MutationMapping
  Mono<LogInPayload> logIn(@Argument LogInInput input) {
    return accounts
        .logIn(input.email(), input.password())
        .map(LogInPayload::of)
        .defaultIfEmpty(LogInPayload.WRONG_CREDENTIALS);
  }

  record LogInInput(String email, String password) {}
}
