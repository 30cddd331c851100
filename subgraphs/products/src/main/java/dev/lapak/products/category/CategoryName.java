package dev.lapak.products.category;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.text.Length;
import java.util.List;

/** What a category can be called. */
final class CategoryName {

  private CategoryName() {}

  static List<InputError<CategoryErrorCode>> errors(String name) {
    return Length.isWithin(name, 1, 100)
        ? List.of()
        : List.of(
            InputError.of(
                CategoryErrorCode.NAME_LENGTH, "A name has 1 to 100 characters.", "name"));
  }
}
