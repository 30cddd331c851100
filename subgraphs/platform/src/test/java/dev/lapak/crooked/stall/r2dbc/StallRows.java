package dev.lapak.crooked.stall.r2dbc;

import dev.lapak.crooked.stall.graphql.StallController;

/** Knows GraphQL. */
public record StallRows(StallController controller) {}
