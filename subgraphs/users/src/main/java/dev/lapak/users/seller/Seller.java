package dev.lapak.users.seller;

import dev.lapak.platform.viewer.Viewer;
import java.util.Currency;
import java.util.UUID;

/** A user who sells. */
public record Seller(
    UUID id, UUID userId, String name, Currency currency, BankAccount bankAccount) {

  /** Whether the viewer may see where buyers pay. */
  public boolean isOpenTo(Viewer viewer) {
    return viewer.is(userId) || viewer.isAdmin();
  }
}
