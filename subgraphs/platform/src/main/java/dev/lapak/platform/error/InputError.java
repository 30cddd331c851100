package dev.lapak.platform.error;

import java.util.List;

/**
 * An expected failure of a mutation, as its payload tells it.
 *
 * @param code one of the contract's codes for this mutation
 * @param message for people, in English
 * @param path where in the input; empty where it is about all of it
 */
public record InputError<C extends Enum<C>>(C code, String message, List<String> path) {

  public InputError {
    path = List.copyOf(path);
  }

  public static <C extends Enum<C>> InputError<C> of(C code, String message, String... path) {
    return new InputError<>(code, message, List.of(path));
  }
}
