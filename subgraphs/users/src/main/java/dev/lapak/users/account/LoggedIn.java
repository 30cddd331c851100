package dev.lapak.users.account;

import dev.lapak.users.session.Tokens;

/** A user with what proves it. */
public record LoggedIn(User user, Tokens tokens) implements Registration {}
