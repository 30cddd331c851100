package dev.lapak.products.imports;

import dev.lapak.products.category.Categories;
import dev.lapak.products.imports.file.ByteOrderMark;
import dev.lapak.products.imports.file.CsvFields;
import dev.lapak.products.imports.file.HeaderException;
import dev.lapak.products.imports.file.Row;
import dev.lapak.products.imports.file.RowReader;
import dev.lapak.products.imports.file.RowTooLongException;
import dev.lapak.products.imports.file.Slice;
import dev.lapak.products.product.ProductBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Works through imports, a batch of one of them at a time. */
final class ImportWork {

  private static final Logger log = LoggerFactory.getLogger(ImportWork.class);

  /** Has a whole row in it, as long as one may be. */
  private static final int WINDOW = 2 * Slice.MAX_ROW;

  private static final int MAX_STUMBLES = 20;

  private final Workbench workbench;
  private final ProductBatch products;
  private final Categories categories;
  private final TransactionalOperator transaction;
  private final int batch;

  ImportWork(
      Workbench workbench,
      ProductBatch products,
      Categories categories,
      TransactionalOperator transaction,
      int batch) {
    this.workbench = workbench;
    this.products = products;
    this.categories = categories;
    this.transaction = transaction;
    this.batch = batch;
  }

  /** Does one batch in one transaction; whether there was anything to do. */
  Mono<Boolean> step() {
    AtomicReference<@Nullable UUID> current = new AtomicReference<>();
    return Mono.defer(workbench::takeUp)
        .doOnNext(work -> current.set(work.id()))
        .flatMap(work -> step(work).thenReturn(true))
        .as(transaction::transactional)
        .onErrorReturn(Overtaken.class, true)
        .onErrorResume(failure -> stumble(current.get(), failure))
        .defaultIfEmpty(false);
  }

  private Mono<Boolean> stumble(@Nullable UUID id, Throwable failure) {
    if (id == null) {
      return Mono.error(failure);
    }
    log.warn("A batch of import {} failed: {}", id, failure.toString());
    // It waits by itself: there may be others to do.
    return workbench.stumble(id, MAX_STUMBLES).thenReturn(true);
  }

  private Mono<Void> step(Work work) {
    return workbench
        .read(work, WINDOW)
        .flatMap(bytes -> step(work, bytes))
        .onErrorResume(
            RowTooLongException.class,
            tooLong ->
                workbench.fail(
                    work.id(),
                    ImportFailure.ROW_TOO_LONG,
                    tooLong.line(),
                    "A quote is not closed."))
        .onErrorResume(
            HeaderException.class,
            header ->
                workbench.fail(work.id(), ImportFailure.HEADER, work.line(), header.reason()));
  }

  private Mono<Void> step(Work work, byte[] bytes) {
    if (work.from() == 0 && ByteOrderMark.isForeign(bytes)) {
      return workbench.fail(
          work.id(), ImportFailure.ENCODING, work.line(), "The file is UTF-16, not UTF-8.");
    }
    int mark = work.from() == 0 ? ByteOrderMark.length(bytes) : 0;
    Work beginning = work.behind(mark);
    byte[] rows = Arrays.copyOfRange(bytes, mark, bytes.length);
    return work.format() == ImportFormat.CSV && work.columns() == null
        ? header(beginning, rows)
        : batch(beginning, rows);
  }

  private Mono<Void> header(Work work, byte[] bytes) {
    Slice first = cut(work, bytes, 1);
    Work after = work.after(first);
    if (first.inside() != null || first.rows().stream().anyMatch(Slice.RawRow::isTooLong)) {
      return workbench.fail(
          work.id(),
          ImportFailure.ROW_TOO_LONG,
          work.line(),
          "The first row is longer than 128 KiB.");
    }
    if (first.rows().isEmpty()) {
      return work.isDone(first.length())
          ? workbench.fail(work.id(), ImportFailure.HEADER, work.line(), "There is no row.")
          : workbench.progress(after, Tally.NOTHING, null);
    }
    List<String> columns = CsvFields.columns(first.rows().getFirst());
    return workbench.progress(after.with(columns), Tally.NOTHING, CsvFields.ignored(columns));
  }

  private Mono<Void> batch(Work work, byte[] bytes) {
    Slice slice = cut(work, bytes, batch);
    RowReader reader =
        RowReader.of(
            work.format(), Objects.requireNonNullElse(work.columns(), List.of()), work.currency());
    List<Row> rows = slice.rows().stream().map(reader::read).toList();
    return merge(work, rows)
        .flatMap(merge -> write(work, merge))
        .flatMap(tally -> workbench.progress(work.after(slice), tally, null));
  }

  private static Slice cut(Work work, byte[] bytes, int maxRows) {
    return Slice.cut(
        bytes, work.isDone(bytes.length), work.format(), work.line(), work.inside(), maxRows);
  }

  private Mono<Merge> merge(Work work, List<Row> rows) {
    List<Row.Said> said =
        rows.stream().filter(Row.Said.class::isInstance).map(Row.Said.class::cast).toList();
    return Mono.zip(
            products
                .lock(
                    work.seller(), said.stream().map(row -> row.sku().strip()).distinct().toList())
                .collectList(),
            categories
                .holdBySlug(
                    said.stream()
                        .map(Row.Said::category)
                        .filter(Objects::nonNull)
                        .map(Row.CategoryName::slug)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .collectList())
        .map(
            found -> {
              Merge merge = new Merge(work.currency(), found.getT1(), found.getT2());
              rows.forEach(merge::add);
              return merge;
            });
  }

  private Mono<Tally> write(Work work, Merge merge) {
    return products
        .add(work.seller(), merge.additions())
        .filter(added -> added == merge.additions().size())
        .switchIfEmpty(Mono.error(Overtaken::new))
        .then(products.change(merge.changes()))
        .thenReturn(merge.tally());
  }

  /** Somebody made a product of one of these SKUs meanwhile. */
  private static final class Overtaken extends RuntimeException {

    Overtaken() {
      super("a product was made meanwhile", null, false, false);
    }
  }
}
