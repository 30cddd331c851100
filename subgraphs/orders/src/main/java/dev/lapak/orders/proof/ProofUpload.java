package dev.lapak.orders.proof;

import java.time.OffsetDateTime;
import java.util.UUID;

/** Where to send one file. */
public record ProofUpload(UUID id, String url, OffsetDateTime expiresAt, int maxBytes) {}
