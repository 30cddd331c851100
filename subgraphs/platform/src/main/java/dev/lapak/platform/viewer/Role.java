package dev.lapak.platform.viewer;

/** What a person may do, as the token says. */
public enum Role {
  GUEST,
  CUSTOMER,
  SELLER,
  ADMIN
}
