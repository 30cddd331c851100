package dev.lapak.orders.payment;

import java.util.UUID;

/** What shows that money came. */
public sealed interface Receipt {

  /** The same for the same money for an order. */
  String key();

  /** A proof of a bank transfer was approved. */
  record Proof(UUID proofId) implements Receipt {

    @Override
    public String key() {
      return proofId.toString();
    }
  }

  /** An admin says so. */
  record Word(String note) implements Receipt {

    @Override
    public String key() {
      return "word";
    }
  }

  /** The provider of that payment says so. */
  record Provided(UUID paymentId) implements Receipt {

    @Override
    public String key() {
      return paymentId.toString();
    }
  }
}
