package dev.lapak.users.account;

import dev.lapak.platform.error.InputError;
import dev.lapak.users.session.Sessions;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Lets people register and log in. */
@Component
public final class Accounts {

  private static final Registration EMAIL_TAKEN =
      new Registration.Refused(
          List.of(
              InputError.of(
                  RegisterErrorCode.EMAIL_TAKEN,
                  "There is an account with this e-mail address.",
                  "email")));

  private final Users users;
  private final Passwords passwords;
  private final Sessions sessions;
  private final TransactionalOperator transaction;

  Accounts(Users users, Passwords passwords, Sessions sessions, TransactionalOperator transaction) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.transaction = transaction;
  }

  public Mono<Registration> register(NewAccount account) {
    List<InputError<RegisterErrorCode>> errors = account.errors();
    return errors.isEmpty()
        ? add(account).defaultIfEmpty(EMAIL_TAKEN)
        : Mono.just(new Registration.Refused(errors));
  }

  private Mono<Registration> add(NewAccount account) {
    Email email = Email.parse(account.email()).orElseThrow();
    return passwords
        .hash(account.password())
        .flatMap(
            hash ->
                users
                    .add(email, account.name(), hash)
                    .<Registration>flatMap(this::open)
                    .as(transaction::transactional));
  }

  /** Empty where no account has this address and password, after the same work either way. */
  public Mono<LoggedIn> logIn(String email, String password) {
    return Mono.justOrEmpty(Email.parse(email))
        .flatMap(users::credentials)
        .defaultIfEmpty(new Credentials(null, passwords.nobodys()))
        .filterWhen(credentials -> passwords.matches(password, credentials.passwordHash()))
        .mapNotNull(Credentials::user)
        .flatMap(this::open);
  }

  private Mono<LoggedIn> open(User user) {
    return sessions.open(user.id()).map(tokens -> new LoggedIn(user, tokens));
  }
}
