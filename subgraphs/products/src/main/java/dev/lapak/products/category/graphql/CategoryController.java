package dev.lapak.products.category.graphql;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.viewer.Viewer;
import dev.lapak.products.category.Categories;
import dev.lapak.products.category.Category;
import dev.lapak.products.category.CategoryErrorCode;
import dev.lapak.products.category.NewCategory;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
final class CategoryController {

  private final Categories categories;

  CategoryController(Categories categories) {
    this.categories = categories;
  }

  record CreateCategoryPayload(
      @Nullable Category category, List<InputError<CategoryErrorCode>> errors) {

    static final CreateCategoryPayload SLUG_TAKEN =
        new CreateCategoryPayload(
            null,
            List.of(
                InputError.of(
                    CategoryErrorCode.SLUG_TAKEN, "Another category has this slug.", "slug")));
  }

  @QueryMapping
  Flux<Category> categories() {
    return categories.all();
  }

  @EntityMapping(name = "Category")
  Mono<List<@Nullable Category>> categories(@Argument List<UUID> idList) {
    return categories
        .byId(idList)
        .collectMap(Category::id)
        .map(found -> idList.stream().<@Nullable Category>map(found::get).toList());
  }

  @MutationMapping
  Mono<CreateCategoryPayload> createCategory(
      @Argument NewCategory input, @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    List<InputError<CategoryErrorCode>> errors = input.errors();
    return errors.isEmpty()
        ? categories
            .add(input)
            .map(category -> new CreateCategoryPayload(category, List.of()))
            .defaultIfEmpty(CreateCategoryPayload.SLUG_TAKEN)
        : Mono.just(new CreateCategoryPayload(null, errors));
  }
}
