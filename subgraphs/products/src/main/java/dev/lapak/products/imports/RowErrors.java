package dev.lapak.products.imports;

import dev.lapak.platform.page.Connection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What was wrong with the rows of imports. */
public interface RowErrors {

  /** In the order of the file; none where the import is another's. */
  Mono<Connection<RowError>> page(UUID id, UUID seller, int first, @Nullable String after);
}
