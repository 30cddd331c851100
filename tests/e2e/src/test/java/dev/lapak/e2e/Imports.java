package dev.lapak.e2e;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;

/** Imports of products, from the wish to the end. */
final class Imports {

  static final String FACTS =
      "status rows created updated unchanged rejected errorCount bytesDone fileSize failure"
          + " ignoredColumns startedAt endedAt";

  private Imports() {}

  /** Sends a file and answers the import's id. */
  static String upload(Person seller, String format, byte[] file) {
    Answer requested =
        seller.now(
            """
            mutation ($format: ProductImportFormat!) {
              requestProductImport(input: {format: $format}) {
                productImport { id status } upload { url maxBytes } errors { code }
              }
            }
            """,
            Map.of("format", format));
    Answer sent = Proofs.put(requested.get("requestProductImport.upload.url"), file);
    if (sent.status() != 201) {
      throw new AssertionError("upload answered " + sent);
    }
    return requested.get("requestProductImport.productImport.id");
  }

  static Answer start(Person seller, String id) {
    return seller.now(
        """
        mutation ($id: ID!) {
          startProductImport(input: {id: $id}) { productImport { status } errors { code } }
        }
        """,
        Map.of("id", id));
  }

  static Map<String, Object> find(Person seller, String id) {
    return seller
        .now("query ($id: ID!) { productImport(id: $id) { " + FACTS + " } }", Map.of("id", id))
        .get("productImport");
  }

  /** Starts the import and answers how it ended. */
  static Map<String, Object> run(Person seller, String id) {
    start(seller, id);
    return end(seller, id);
  }

  static Map<String, Object> end(Person seller, String id) {
    await().atMost(Patience.LIMIT).until(() -> !"RUNNING".equals(find(seller, id).get("status")));
    return find(seller, id);
  }

  static List<Map<String, Object>> errors(Person seller, String id) {
    return seller
        .now(
            """
            query ($id: ID!) {
              productImportErrors(importId: $id, first: 100) {
                edges { node { line sku field code } }
              }
            }
            """,
            Map.of("id", id))
        .get("productImportErrors.edges[*].node");
  }
}
