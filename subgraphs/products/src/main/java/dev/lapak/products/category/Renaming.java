package dev.lapak.products.category;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.text.Plain;
import java.util.List;
import java.util.UUID;

/** What somebody wants to call a category. */
public record Renaming(UUID id, String name) {

  public Renaming {
    name = Plain.line(name);
  }

  public List<InputError<CategoryErrorCode>> errors() {
    return CategoryName.errors(name);
  }
}
