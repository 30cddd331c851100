package dev.lapak.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;

/**
 * Midtrans, as far as its documentation tells: begins transactions, and notifies. Nobody is asked
 * for their status here.
 */
final class Midtrans {

  static final String SERVER_KEY = "SB-Mid-server-of-the-end-to-end-tests";

  private final HttpServer server;
  private final Map<String, Integer> amounts = new ConcurrentHashMap<>();

  Midtrans() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/snap/v1/transactions", this::begin);
    server.createContext(
        "/v2/",
        exchange -> answer(exchange, 404, "{\"status_code\": \"404\", \"status_message\": \"-\"}"));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Tells through the door that the money is there. */
  int notifiesOfSettlement(String reference, String serverKey) {
    String amount = Objects.requireNonNull(amounts.get(reference)) + ".00";
    String body =
        """
        {"transaction_status": "settlement", "status_code": "200", "order_id": "%s", "gross_amount": "%s",
         "currency": "IDR", "payment_type": "bank_transfer", "signature_key": "%s"}
        """
            .formatted(reference, amount, sha512(reference + "200" + amount + serverKey));
    return Patience.await(
        Person.NOBODY
            .web()
            .post()
            .uri("/webhooks/midtrans")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(body)
            .exchangeToMono(
                response -> response.releaseBody().thenReturn(response.statusCode().value())));
  }

  private void begin(HttpExchange exchange) throws IOException {
    DocumentContext asked = JsonPath.parse(exchange.getRequestBody());
    amounts.put(
        asked.read("$.transaction_details.order_id"),
        asked.read("$.transaction_details.gross_amount"));
    String token = UUID.randomUUID().toString();
    answer(
        exchange,
        201,
        "{\"token\": \"%s\", \"redirect_url\": \"%s/page/%s\"}".formatted(token, url(), token));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      byte[] bytes = json.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String sha512(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-512").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
