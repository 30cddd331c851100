package dev.lapak.orders.sales;

import java.util.UUID;

/**
 * What was sold of a product, or by a seller.
 *
 * @param productId all zeros with a seller
 */
public record RankedSales(UUID sellerId, UUID productId, Sales sales) {}
