package dev.lapak.inventory.stock;

/** Which product where, as a client names it. */
public record StockPlace(String productId, String warehouseId) {}
