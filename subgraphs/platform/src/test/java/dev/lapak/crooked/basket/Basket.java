package dev.lapak.crooked.basket;

import dev.lapak.crooked.stall.StallManager;

/** Knows the stall, which knows the basket. */
public record Basket(StallManager stall) {}
