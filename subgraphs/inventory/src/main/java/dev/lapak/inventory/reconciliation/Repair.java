package dev.lapak.inventory.reconciliation;

import dev.lapak.inventory.stock.StockLevel;

/**
 * What was done with a level.
 *
 * @param level as it is then
 * @param repaired whether anything was wrong with it
 */
public record Repair(StockLevel level, boolean repaired) {}
