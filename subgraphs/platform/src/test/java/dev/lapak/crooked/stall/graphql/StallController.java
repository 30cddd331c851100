package dev.lapak.crooked.stall.graphql;

import dev.lapak.crooked.stall.r2dbc.StallRows;
import dev.lapak.other.Foreign;

/** Knows SQL and another subgraph. */
public record StallController(StallRows rows, Foreign foreign) {}
