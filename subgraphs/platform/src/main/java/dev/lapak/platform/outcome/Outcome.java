package dev.lapak.platform.outcome;

import java.util.List;

/** What became of a wish: done, or refused for reasons that the contract names. */
public sealed interface Outcome<T, E> {

  /** It was done. */
  record Done<T, E>(T value) implements Outcome<T, E> {}

  /** Nothing was changed. */
  record Refused<T, E>(List<E> errors) implements Outcome<T, E> {

    public Refused {
      errors = List.copyOf(errors);
    }
  }

  static <T, E> Outcome<T, E> done(T value) {
    return new Done<>(value);
  }

  static <T, E> Outcome<T, E> refused(E error) {
    return new Refused<>(List.of(error));
  }

  static <T, E> Outcome<T, E> refused(List<E> errors) {
    return new Refused<>(errors);
  }
}
