package dev.lapak.orders.payment;

/**
 * Where a provider takes the money.
 *
 * @param token for the provider's own script
 * @param url the page itself
 */
public record PaymentPage(String token, String url) {}
