package dev.lapak.platform.page;

import org.jspecify.annotations.Nullable;

/** Where a page ends. */
public record PageInfo(
    boolean hasPreviousPage,
    boolean hasNextPage,
    @Nullable String startCursor,
    @Nullable String endCursor) {}
