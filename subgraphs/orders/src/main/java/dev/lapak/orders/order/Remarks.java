package dev.lapak.orders.order;

import org.jspecify.annotations.Nullable;

/**
 * What a buyer tells the sellers along with an order.
 *
 * @param metadata an object as JSON
 */
public record Remarks(@Nullable Contact contact, @Nullable String note, @Nullable String metadata) {

  public static final Remarks NONE = new Remarks(null, null, null);

  /** The contact is that one where none was given. */
  public Remarks orContact(@Nullable Contact other) {
    return contact == null ? new Remarks(other, note, metadata) : this;
  }
}
