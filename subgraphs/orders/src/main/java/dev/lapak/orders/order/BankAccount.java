package dev.lapak.orders.order;

/** Where to pay, as it was at checkout. */
public record BankAccount(String bank, String holder, String number) {}
