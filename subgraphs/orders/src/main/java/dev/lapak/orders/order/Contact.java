package dev.lapak.orders.order;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a buyer.
 *
 * @param phone in E.164
 */
public record Contact(@Nullable String name, @Nullable String email, @Nullable String phone) {

  public boolean isEmpty() {
    return name == null && email == null && phone == null;
  }

  @Override
  public String toString() {
    return "Contact";
  }
}
