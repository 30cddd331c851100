package dev.lapak.products.category.graphql;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.viewer.Viewer;
import dev.lapak.products.category.Categories;
import dev.lapak.products.category.Category;
import dev.lapak.products.category.CategoryErrorCode;
import dev.lapak.products.category.NewCategory;
import dev.lapak.products.category.Renaming;
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

  private static final InputError<CategoryErrorCode> SLUG_TAKEN =
      InputError.of(CategoryErrorCode.SLUG_TAKEN, "Another category has this slug.", "slug");

  private static final InputError<CategoryErrorCode> NOT_FOUND =
      InputError.of(CategoryErrorCode.CATEGORY_NOT_FOUND, "No category has this id.", "id");

  private static final InputError<CategoryErrorCode> IN_USE =
      InputError.of(CategoryErrorCode.CATEGORY_IN_USE, "Products are in this category.", "id");

  private final Categories categories;

  CategoryController(Categories categories) {
    this.categories = categories;
  }

  record CategoryPayload(@Nullable Category category, List<InputError<CategoryErrorCode>> errors) {

    static CategoryPayload of(Category category) {
      return new CategoryPayload(category, List.of());
    }

    static CategoryPayload refused(InputError<CategoryErrorCode> error) {
      return new CategoryPayload(null, List.of(error));
    }
  }

  record DeleteCategoryInput(UUID id) {}

  record DeleteCategoryPayload(@Nullable UUID id, List<InputError<CategoryErrorCode>> errors) {

    static DeleteCategoryPayload refused(InputError<CategoryErrorCode> error) {
      return new DeleteCategoryPayload(null, List.of(error));
    }
  }

  @QueryMapping
  Flux<Category> categories() {
    return categories.all();
  }

  @QueryMapping
  Mono<Category> category(@Argument String slug) {
    return categories.bySlug(slug);
  }

  @EntityMapping(name = "Category")
  Mono<List<@Nullable Category>> categories(@Argument List<UUID> idList) {
    return categories
        .byId(idList)
        .collectMap(Category::id)
        .map(found -> idList.stream().<@Nullable Category>map(found::get).toList());
  }

  @MutationMapping
  Mono<CategoryPayload> createCategory(@Argument NewCategory input, @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    List<InputError<CategoryErrorCode>> errors = input.errors();
    return errors.isEmpty()
        ? categories
            .add(input)
            .map(CategoryPayload::of)
            .defaultIfEmpty(CategoryPayload.refused(SLUG_TAKEN))
        : Mono.just(new CategoryPayload(null, errors));
  }

  @MutationMapping
  Mono<CategoryPayload> renameCategory(@Argument Renaming input, @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    List<InputError<CategoryErrorCode>> errors = input.errors();
    return errors.isEmpty()
        ? categories
            .rename(input.id(), input.name())
            .map(CategoryPayload::of)
            .defaultIfEmpty(CategoryPayload.refused(NOT_FOUND))
        : Mono.just(new CategoryPayload(null, errors));
  }

  @MutationMapping
  Mono<DeleteCategoryPayload> deleteCategory(
      @Argument DeleteCategoryInput input, @ContextValue Viewer viewer) {
    viewer.requireAdmin();
    return categories
        .delete(input.id())
        .map(id -> new DeleteCategoryPayload(id, List.of()))
        .defaultIfEmpty(DeleteCategoryPayload.refused(NOT_FOUND))
        .onErrorReturn(Categories.InUse.class, DeleteCategoryPayload.refused(IN_USE));
  }
}
