package dev.lapak.users.guest;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.error.RequestErrorCode;
import dev.lapak.platform.error.RequestException;
import dev.lapak.platform.outcome.Outcome;
import dev.lapak.users.account.Email;
import dev.lapak.users.account.EmailTakenException;
import dev.lapak.users.account.LoggedIn;
import dev.lapak.users.account.Passwords;
import dev.lapak.users.account.User;
import dev.lapak.users.account.Users;
import dev.lapak.users.session.Sessions;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lets people buy without an account, and keep one later. */
@Component
public final class Guests {

  private static final InputError<KeepAccountErrorCode> EMAIL_TAKEN =
      InputError.of(
          KeepAccountErrorCode.EMAIL_TAKEN,
          "There is an account with this e-mail address.",
          "email");

  private final Users users;
  private final Passwords passwords;
  private final Sessions sessions;
  private final TransactionalOperator transaction;

  Guests(Users users, Passwords passwords, Sessions sessions, TransactionalOperator transaction) {
    this.users = users;
    this.passwords = passwords;
    this.sessions = sessions;
    this.transaction = transaction;
  }

  public Mono<Outcome<LoggedIn, InputError<CreateGuestErrorCode>>> create(NewGuest guest) {
    return Mono.fromCallable(guest::errors)
        // A country's numbers are read from a file.
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(errors -> errors.isEmpty() ? add(guest) : Mono.just(Outcome.refused(errors)));
  }

  private Mono<Outcome<LoggedIn, InputError<CreateGuestErrorCode>>> add(NewGuest guest) {
    return users
        .addGuest(guest.name(), guest.parsedEmail().orElse(null), guest.parsedPhone().orElse(null))
        .flatMap(user -> sessions.open(user.id()).map(tokens -> new LoggedIn(user, tokens)))
        .as(transaction::transactional)
        .map(Outcome::done);
  }

  /** The same user with an account, who owns what the guest owned. */
  public Mono<Outcome<LoggedIn, InputError<KeepAccountErrorCode>>> keep(
      UUID user, AccountWish wish) {
    return users
        .byId(List.of(user))
        .singleOrEmpty()
        .switchIfEmpty(
            Mono.error(
                () ->
                    new RequestException(
                        RequestErrorCode.UNAUTHENTICATED, "This account is no longer there.")))
        .flatMap(
            guest -> {
              List<InputError<KeepAccountErrorCode>> errors = wish.errors(guest);
              return errors.isEmpty() ? keep(guest, wish) : Mono.just(Outcome.refused(errors));
            });
  }

  private Mono<Outcome<LoggedIn, InputError<KeepAccountErrorCode>>> keep(
      User guest, AccountWish wish) {
    Email email = wish.emailOf(guest).orElseThrow();
    return passwords
        .hash(wish.password())
        .flatMap(
            hash ->
                users
                    .keep(guest.id(), email, hash)
                    .flatMap(
                        user ->
                            sessions.openOnly(user.id()).map(tokens -> new LoggedIn(user, tokens)))
                    .as(transaction::transactional))
        .map(Outcome::<LoggedIn, InputError<KeepAccountErrorCode>>done)
        .defaultIfEmpty(Outcome.refused(AccountWish.NO_GUEST))
        .onErrorReturn(EmailTakenException.class, Outcome.refused(EMAIL_TAKEN));
  }
}
