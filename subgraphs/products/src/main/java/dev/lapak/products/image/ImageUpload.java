package dev.lapak.products.image;

import java.time.OffsetDateTime;
import java.util.UUID;

/** Where to send one picture. */
public record ImageUpload(UUID id, String url, OffsetDateTime expiresAt, int maxBytes) {}
