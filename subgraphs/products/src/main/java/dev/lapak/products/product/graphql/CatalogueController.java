package dev.lapak.products.product.graphql;

import dev.lapak.platform.viewer.Viewer;
import dev.lapak.products.product.Catalogue;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
final class CatalogueController {

  private final Catalogue catalogue;

  CatalogueController(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  record ArchiveProductInput(UUID id, int expectedVersion) {}

  @MutationMapping
  Mono<ProductPayload> createProduct(
      @Argument CreateProductInput input, @ContextValue Viewer viewer) {
    return catalogue
        .create(viewer.requireSeller(), viewer.requireSellerCurrency(), input.offer())
        .map(ProductPayload::of);
  }

  @MutationMapping
  Mono<ProductPayload> updateProduct(
      @Argument UpdateProductInput input, @ContextValue Viewer viewer) {
    return catalogue
        .update(
            viewer.requireSeller(),
            viewer.requireSellerCurrency(),
            input.id(),
            input.expectedVersion(),
            input::changed)
        .map(ProductPayload::of);
  }

  @MutationMapping
  Mono<ProductPayload> archiveProduct(
      @Argument ArchiveProductInput input, @ContextValue Viewer viewer) {
    return catalogue
        .archive(viewer.requireSeller(), input.id(), input.expectedVersion())
        .map(ProductPayload::of);
  }
}
