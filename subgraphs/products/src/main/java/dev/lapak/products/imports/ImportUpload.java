package dev.lapak.products.imports;

import java.time.OffsetDateTime;

/** Where to send a file of products. */
public record ImportUpload(String url, OffsetDateTime expiresAt, int maxBytes) {}
