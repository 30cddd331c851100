package dev.lapak.users.seller;

/** A bank account for transfers. */
public record BankAccount(String bank, String holder, String number) {

  public BankAccount {
    bank = bank.strip();
    holder = holder.strip();
    number = number.strip();
  }
}
