package dev.lapak.products.image.graphql;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.viewer.Viewer;
import dev.lapak.products.image.Arrangement;
import dev.lapak.products.image.Gallery;
import dev.lapak.products.image.ImageSize;
import dev.lapak.products.image.ImageUpload;
import dev.lapak.products.image.ImageUploads;
import dev.lapak.products.product.Product;
import dev.lapak.products.product.ProductChange;
import dev.lapak.products.product.ProductError;
import dev.lapak.products.product.ProductImage;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
final class ImageController {

  private final ImageUploads uploads;
  private final Gallery gallery;

  ImageController(ImageUploads uploads, Gallery gallery) {
    this.uploads = uploads;
    this.gallery = gallery;
  }

  @MutationMapping
  Mono<RequestPayload> requestImageUpload(@ContextValue Viewer viewer) {
    return uploads
        .request(viewer.requireSeller())
        .map(upload -> new RequestPayload(upload, List.of()))
        .defaultIfEmpty(RequestPayload.TOO_MANY);
  }

  @MutationMapping
  Mono<ProductPayload> addProductImage(@Argument AddInput input, @ContextValue Viewer viewer) {
    return gallery
        .add(
            viewer.requireSeller(),
            input.productId(),
            input.expectedVersion(),
            input.uploadId(),
            input.alt())
        .map(ProductPayload::of);
  }

  @MutationMapping
  Mono<ProductPayload> removeProductImage(
      @Argument RemoveInput input, @ContextValue Viewer viewer) {
    return gallery
        .remove(viewer.requireSeller(), input.productId(), input.expectedVersion(), input.imageId())
        .map(ProductPayload::of);
  }

  @MutationMapping
  Mono<ProductPayload> arrangeProductImages(
      @Argument ArrangeInput input, @ContextValue Viewer viewer) {
    return gallery
        .arrange(
            viewer.requireSeller(),
            input.productId(),
            input.expectedVersion(),
            new Arrangement(input.images()))
        .map(ProductPayload::of);
  }

  @SchemaMapping
  String url(ProductImage image, @Argument ImageSize size) {
    return "/files/images/%s/%s.%s"
        .formatted(image.id(), size.name().toLowerCase(Locale.ROOT), image.type().extension());
  }

  enum UploadErrorCode {
    TOO_MANY_UPLOADS
  }

  record RequestPayload(@Nullable ImageUpload upload, List<InputError<UploadErrorCode>> errors) {

    static final RequestPayload TOO_MANY =
        new RequestPayload(
            null,
            List.of(
                InputError.of(
                    UploadErrorCode.TOO_MANY_UPLOADS,
                    "100 pictures wait for a product already. Add them, or wait a day.")));
  }

  record AddInput(UUID productId, int expectedVersion, UUID uploadId, String alt) {}

  record RemoveInput(UUID productId, int expectedVersion, UUID imageId) {}

  record ArrangeInput(UUID productId, int expectedVersion, List<Arrangement.Place> images) {}

  record ProductPayload(@Nullable Product product, List<ProductError> errors) {

    static ProductPayload of(ProductChange change) {
      return switch (change) {
        case ProductChange.Done(Product product) -> new ProductPayload(product, List.of());
        case ProductChange.Refused(List<ProductError> errors) -> new ProductPayload(null, errors);
      };
    }
  }
}
