package dev.lapak.users.session;

import dev.lapak.users.token.Subject;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One log-in of a user.
 *
 * @param subject what the user is now
 * @param expiresAt when its refresh token ends, unless it is exchanged before
 */
public record Session(UUID id, Subject subject, OffsetDateTime expiresAt) {}
