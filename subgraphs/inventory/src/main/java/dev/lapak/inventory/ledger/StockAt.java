package dev.lapak.inventory.ledger;

import dev.lapak.inventory.warehouse.Warehouse;

/** What was in a warehouse at a time. */
public record StockAt(Warehouse warehouse, int onHand) {}
