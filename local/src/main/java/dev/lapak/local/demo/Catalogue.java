package dev.lapak.local.demo;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Person;
import dev.lapak.local.client.UnexpectedAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What a seller sells. Importing it again changes nothing. */
record Catalogue(Person seller, String sellerId) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration GLANCE = Duration.ofMillis(200);

  private static final String REQUEST =
      """
      mutation {
        requestProductImport(input: {format: JSON_LINES}) {
          productImport { id } upload { url } errors { code message }
        }
      }
      """;

  private static final String START =
      """
      mutation ($id: ID!) { startProductImport(input: {id: $id}) { errors { code message } } }
      """;

  private static final String FIND =
      "query ($id: ID!) { productImport(id: $id) { status rejected } }";

  private static final String PAGE =
      """
      query ($seller: ID!, $after: String) {
        products(first: 100, after: $after, filter: {sellerId: $seller}) {
          edges { node { id sku } } pageInfo { hasNextPage endCursor }
        }
      }
      """;

  void take(List<Listing> listings) throws InterruptedException {
    Answer requested = seller.change("requestProductImport", REQUEST, Map.of());
    send(requested.get("requestProductImport.upload.url"), listings);
    String id = requested.get("requestProductImport.productImport.id");
    seller.change("startProductImport", START, Map.of("id", id));
    Answer now = seller.read(FIND, Map.of("id", id));
    while (now.get("productImport.status").equals("RUNNING")) {
      Thread.sleep(GLANCE);
      now = seller.read(FIND, Map.of("id", id));
    }
    if (!now.get("productImport.status").equals("COMPLETED")
        || !now.get("productImport.rejected").equals(0)) {
      throw new UnexpectedAnswer("the import ended so: " + now.response().toMap());
    }
  }

  private void send(String url, List<Listing> listings) {
    String lines =
        listings.stream()
            .map(listing -> JSON.writeValueAsString(listing.row()))
            .collect(Collectors.joining("\n"));
    HttpStatusCode status =
        seller
            .web()
            .put()
            .uri(URI.create(seller.door().resolve(url).toString()))
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .body(lines.getBytes(StandardCharsets.UTF_8))
            .retrieve()
            .toBodilessEntity()
            .getStatusCode();
    if (!status.isSameCodeAs(HttpStatus.CREATED)) {
      throw new UnexpectedAnswer("the upload was answered with " + status);
    }
  }

  /** The products' ids by SKU. */
  Map<String, String> ids() {
    Map<String, String> ids = new HashMap<>();
    String after = null;
    do {
      Map<String, @Nullable Object> variables = new HashMap<>();
      variables.put("seller", sellerId);
      variables.put("after", after);
      Answer page = seller.read(PAGE, variables);
      page.list("products.edges", Edge.class)
          .forEach(edge -> ids.put(edge.node().sku(), edge.node().id()));
      after =
          page.<Boolean>get("products.pageInfo.hasNextPage")
              ? page.get("products.pageInfo.endCursor")
              : null;
    } while (after != null);
    return ids;
  }

  private record Edge(Product node) {}

  private record Product(String id, String sku) {}
}
