package dev.lapak.local.story;

/** An order as a checkout answers it. */
record Order(
    String id,
    String number,
    String status,
    Money total,
    Seller seller,
    Instruction paymentInstruction) {

  record Money(String amount, String currency) {}

  record Seller(String id, String name) {}

  record Instruction(String reference, Account bankAccount) {}

  record Account(String bank, String holder, String number) {}
}
