package dev.lapak.orders.order;

import dev.lapak.platform.money.Money;

/** How to pay an order by bank transfer. */
public record PaymentInstruction(Money amount, BankAccount bankAccount, String reference) {}
