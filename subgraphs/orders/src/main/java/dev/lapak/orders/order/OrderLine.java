package dev.lapak.orders.order;

import dev.lapak.platform.money.Money;
import java.util.UUID;

/** A product in an order, as it was when it was bought. */
public record OrderLine(
    UUID productId, String sku, String title, int quantity, Money unitPrice, Money total) {}
