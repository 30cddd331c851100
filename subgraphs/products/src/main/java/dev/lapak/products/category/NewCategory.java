package dev.lapak.products.category;

import static dev.lapak.products.category.CategoryErrorCode.SLUG_INVALID;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.text.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody wants to make a category of. */
public record NewCategory(String slug, String name) {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

  public NewCategory {
    name = Plain.line(name);
  }

  public List<InputError<CategoryErrorCode>> errors() {
    List<InputError<CategoryErrorCode>> errors = new ArrayList<>();
    if (!SLUG.matcher(slug).matches()) {
      errors.add(
          InputError.of(
              SLUG_INVALID, "A slug has 1 to 64 lower case letters, digits and hyphens.", "slug"));
    }
    errors.addAll(CategoryName.errors(name));
    return errors;
  }
}
