package dev.lapak.local.client;

/** A typed error in a mutation's payload. */
public record Failure(String code, String message) {

  @Override
  public String toString() {
    return code + " (" + message + ")";
  }
}
