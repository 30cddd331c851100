package dev.lapak.products.imports.graphql;

import dev.lapak.platform.error.InputError;
import dev.lapak.platform.page.Connection;
import dev.lapak.platform.viewer.Viewer;
import dev.lapak.products.imports.ImportChange;
import dev.lapak.products.imports.ImportErrorCode;
import dev.lapak.products.imports.ImportFormat;
import dev.lapak.products.imports.ImportUpload;
import dev.lapak.products.imports.Importing;
import dev.lapak.products.imports.Imports;
import dev.lapak.products.imports.LiveImports;
import dev.lapak.products.imports.ProductImport;
import dev.lapak.products.imports.RowError;
import dev.lapak.products.imports.RowErrors;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
final class ImportController {

  private final Importing importing;
  private final Imports imports;
  private final RowErrors errors;
  private final LiveImports live;

  ImportController(Importing importing, Imports imports, RowErrors errors, LiveImports live) {
    this.importing = importing;
    this.imports = imports;
    this.errors = errors;
    this.live = live;
  }

  @QueryMapping
  Mono<ProductImport> productImport(@Argument UUID id, @ContextValue Viewer viewer) {
    return imports.find(id, viewer.requireSeller());
  }

  @QueryMapping
  Mono<Connection<ProductImport>> productImports(
      @Argument int first, @Argument @Nullable String after, @ContextValue Viewer viewer) {
    return imports.page(viewer.requireSeller(), first, after);
  }

  @QueryMapping
  Mono<Connection<RowError>> productImportErrors(
      @Argument UUID importId,
      @Argument int first,
      @Argument @Nullable String after,
      @ContextValue Viewer viewer) {
    return errors.page(importId, viewer.requireSeller(), first, after);
  }

  @MutationMapping
  Mono<RequestPayload> requestProductImport(
      @Argument RequestInput input, @ContextValue Viewer viewer) {
    return importing
        .request(viewer.requireSeller(), viewer.requireSellerCurrency(), input.format())
        .map(RequestPayload::of);
  }

  @MutationMapping
  Mono<ImportPayload> startProductImport(@Argument ImportInput input, @ContextValue Viewer viewer) {
    return importing.start(input.id(), viewer.requireSeller()).map(ImportPayload::of);
  }

  @MutationMapping
  Mono<ImportPayload> cancelProductImport(
      @Argument ImportInput input, @ContextValue Viewer viewer) {
    return importing.cancel(input.id(), viewer.requireSeller()).map(ImportPayload::of);
  }

  @SubscriptionMapping
  Flux<ProductImport> productImportChanged(@Argument UUID id, @ContextValue Viewer viewer) {
    return live.watch(id, viewer);
  }

  record RequestInput(ImportFormat format) {}

  record ImportInput(UUID id) {}

  record RequestPayload(
      @Nullable ProductImport productImport,
      @Nullable ImportUpload upload,
      List<InputError<ImportErrorCode>> errors) {

    static RequestPayload of(ImportChange change) {
      return switch (change) {
        case ImportChange.Done(ProductImport now, ImportUpload upload) ->
            new RequestPayload(now, upload, List.of());
        case ImportChange.Refused(InputError<ImportErrorCode> error) ->
            new RequestPayload(null, null, List.of(error));
      };
    }
  }

  record ImportPayload(
      @Nullable ProductImport productImport, List<InputError<ImportErrorCode>> errors) {

    static ImportPayload of(ImportChange change) {
      return switch (change) {
        case ImportChange.Done done -> new ImportPayload(done.productImport(), List.of());
        case ImportChange.Refused(InputError<ImportErrorCode> error) ->
            new ImportPayload(null, List.of(error));
      };
    }
  }
}
