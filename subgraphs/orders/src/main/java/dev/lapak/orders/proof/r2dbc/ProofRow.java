package dev.lapak.orders.proof.r2dbc;

import dev.lapak.orders.order.r2dbc.OrderRows;
import dev.lapak.orders.proof.PaymentDecision;
import dev.lapak.orders.proof.PaymentProof;
import dev.lapak.orders.proof.PaymentReview;
import dev.lapak.orders.proof.ProofFile;
import dev.lapak.platform.file.FileType;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file with the proof that it is a part of. */
record ProofRow(
    UUID proofId,
    UUID orderId,
    OffsetDateTime submittedAt,
    @Nullable PaymentReview review,
    ProofFile file) {

  static ProofRow of(Readable row) {
    return new ProofRow(
        OrderRows.get(row, "proof", UUID.class),
        OrderRows.get(row, "order_id", UUID.class),
        OrderRows.utc(OrderRows.get(row, "submitted_at", OffsetDateTime.class)),
        review(row),
        file(row));
  }

  /** Of the rows of one proof. */
  static PaymentProof proof(List<ProofRow> rows) {
    ProofRow first = rows.getFirst();
    return new PaymentProof(
        first.proofId,
        first.orderId,
        first.submittedAt,
        rows.stream().map(ProofRow::file).toList(),
        first.review);
  }

  static ProofFile file(Readable row) {
    String contentType = OrderRows.text(row, "content_type");
    return new ProofFile(
        OrderRows.get(row, "id", UUID.class),
        Arrays.stream(FileType.values())
            .filter(type -> type.contentType().equals(contentType))
            .findFirst()
            .orElseThrow(),
        OrderRows.get(row, "size", Integer.class),
        HexFormat.of().formatHex(OrderRows.get(row, "sha256", byte[].class)));
  }

  private static @Nullable PaymentReview review(Readable row) {
    String decision = row.get("decision", String.class);
    return decision == null
        ? null
        : new PaymentReview(
            PaymentDecision.valueOf(decision),
            row.get("reason", String.class),
            OrderRows.utc(OrderRows.get(row, "decided_at", OffsetDateTime.class)));
  }
}
