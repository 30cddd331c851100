package dev.lapak.products.imports.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row says, by name. */
interface Fields {

  /** Whether it says anything of it, be it that there is none. */
  boolean has(String name);

  /**
   * Null where it says nothing.
   *
   * @throws MalformedRowException if what it says is no text
   */
  @Nullable String text(String name);

  /**
   * Null where it says nothing.
   *
   * @throws MalformedRowException if what it says is no list
   */
  @Nullable List<String> list(String name);

  /** Knows the form of rows. */
  interface Reader {

    /**
     * @throws MalformedRowException if it is not of that form
     */
    Fields of(String row);
  }
}
