package dev.lapak.platform.testing;

import dev.lapak.platform.caller.Caller;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Sends and fetches files as the edge does. */
public record Files(SubgraphTester subgraph) {

  private static final int LARGEST = 16 << 20;

  public ResponseSpec put(String url, byte[] bytes) {
    return subgraph
        .web()
        .put()
        .uri(url)
        .header(Caller.HEADER, TestCallers.header("edge"))
        .bodyValue(bytes)
        .exchange();
  }

  /** Begins to send a file, so often at once. */
  public Stalled stall(String url, int count) {
    return new Stalled(subgraph.port(), url, count);
  }

  /** Asks without a body, in another way than to read. */
  public ResponseSpec ask(HttpMethod method, String url) {
    return subgraph
        .web()
        .method(method)
        .uri(url)
        .header(Caller.HEADER, TestCallers.header("edge"))
        .exchange();
  }

  public ResponseSpec get(String url) {
    return subgraph
        .web()
        .mutate()
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
        .build()
        .get()
        .uri(url)
        .header(Caller.HEADER, TestCallers.header("edge"))
        .exchange();
  }
}
