package dev.lapak.users.session;

import java.time.OffsetDateTime;

/** What proves who somebody is. */
public record Tokens(
    String accessToken,
    OffsetDateTime accessTokenExpiresAt,
    String refreshToken,
    OffsetDateTime refreshTokenExpiresAt) {}
