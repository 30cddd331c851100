package dev.lapak.inventory.transfer;

import dev.lapak.platform.page.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads transfers. */
public interface TransferReader {

  /**
   * Empty where there is none.
   *
   * @param seller whose alone, or null for anybody's
   */
  Mono<Transfer> find(UUID id, @Nullable UUID seller);

  /** A seller's, the latest first; of that status alone unless it is null. */
  Flux<Transfer> page(UUID seller, @Nullable TransferStatus status, PageRequest page);

  /** The lines of each, by product. */
  Mono<Map<UUID, List<TransferLine>>> lines(Collection<UUID> transfers);
}
