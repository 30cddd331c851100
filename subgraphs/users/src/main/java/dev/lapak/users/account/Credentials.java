package dev.lapak.users.account;

import org.jspecify.annotations.Nullable;

/**
 * What a password is checked against.
 *
 * @param user null where there is none, so that nobody's password takes as long as anybody's
 */
public record Credentials(@Nullable User user, String passwordHash) {}
