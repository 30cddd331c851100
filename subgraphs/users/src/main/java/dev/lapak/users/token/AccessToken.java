package dev.lapak.users.token;

import java.time.OffsetDateTime;

/** A signed JWT. */
public record AccessToken(String text, OffsetDateTime expiresAt) {}
