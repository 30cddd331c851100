package dev.lapak.users.seller;

import dev.lapak.platform.text.Plain;

/** A bank account for transfers. */
public record BankAccount(String bank, String holder, String number) {

  public BankAccount {
    bank = Plain.line(bank);
    holder = Plain.line(holder);
    number = number.strip();
  }
}
