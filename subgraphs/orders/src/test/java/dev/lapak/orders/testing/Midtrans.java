package dev.lapak.orders.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Midtrans as far as its documentation tells: Snap's transactions, the status of one, and the
 * notifications that it would send.
 */
public final class Midtrans {

  public static final String SERVER_KEY = "SB-Mid-server-0123456789abcdef";

  private static final JsonMapper JSON = JsonMapper.shared();

  /** A transaction; its status is null while nobody has chosen how to pay. */
  private record Deal(long grossAmount, @Nullable String status, @Nullable String fraud) {}

  private final HttpServer server;
  private final Map<String, Deal> deals = new ConcurrentHashMap<>();
  private final AtomicInteger begun = new AtomicInteger();
  private volatile int failing;
  private volatile @Nullable JsonNode lastRequest;

  Midtrans() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/snap/v1/transactions", this::begin);
    server.createContext("/v2/", this::status);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers everything with that status; 0: as it should. */
  public void fails(int status) {
    failing = status;
  }

  /** How often a transaction was begun. */
  public int begun() {
    return begun.get();
  }

  /** What was asked for at last. */
  public JsonNode lastRequest() {
    return Objects.requireNonNull(lastRequest);
  }

  void reset() {
    failing = 0;
    begun.set(0);
  }

  /** The customer did something, or the bank. */
  public void becomes(String reference, String status, @Nullable String fraud) {
    deals.computeIfPresent(reference, (same, deal) -> new Deal(deal.grossAmount(), status, fraud));
  }

  /** What Midtrans would notify now. */
  public Map<String, Object> notification(String reference) {
    return said(reference, Objects.requireNonNull(deals.get(reference)));
  }

  /** A notification of that status, whatever it is now. */
  public Map<String, Object> notification(String reference, String status) {
    Deal deal = Objects.requireNonNull(deals.get(reference));
    return said(reference, new Deal(deal.grossAmount(), status, "accept"));
  }

  private static Map<String, Object> said(String reference, Deal deal) {
    String status = Objects.requireNonNull(deal.status());
    String code =
        switch (status) {
          case "settlement", "refund", "cancel" -> "200";
          case "capture" -> "challenge".equals(deal.fraud()) ? "201" : "200";
          case "pending" -> "201";
          default -> "202";
        };
    String gross = deal.grossAmount() + ".00";
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("transaction_time", "2026-01-31 16:30:00");
    said.put("transaction_status", status);
    said.put("transaction_id", UUID.randomUUID().toString());
    said.put("status_message", "midtrans payment notification");
    said.put("status_code", code);
    said.put("signature_key", signature(reference, code, gross));
    said.put("payment_type", deal.fraud() == null ? "bank_transfer" : "credit_card");
    said.put("order_id", reference);
    said.put("merchant_id", "G141532850");
    said.put("gross_amount", gross);
    said.put("currency", "IDR");
    if (deal.fraud() != null) {
      said.put("fraud_status", deal.fraud());
    }
    return said;
  }

  public static String signature(String reference, String code, String gross) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-512")
                  .digest((reference + code + gross + SERVER_KEY).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void begin(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isRefused(exchange)) {
        return;
      }
      JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
      lastRequest = request;
      JsonNode details = request.get("transaction_details");
      String reference = details.get("order_id").asString();
      if (reference.length() > 50 || !details.get("gross_amount").isIntegralNumber()) {
        write(exchange, 400, Map.of("error_messages", List.of("transaction_details is not valid")));
        return;
      }
      Deal known = deals.get(reference);
      if (known != null && known.status() != null) {
        write(
            exchange,
            400,
            Map.of("error_messages", List.of("transaction_details.order_id has been taken")));
        return;
      }
      begun.incrementAndGet();
      deals.put(reference, new Deal(details.get("gross_amount").asLong(), null, null));
      String token = UUID.randomUUID().toString();
      write(
          exchange,
          201,
          Map.of("token", token, "redirect_url", url() + "/snap/v4/redirection/" + token));
    }
  }

  private void status(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isRefused(exchange)) {
        return;
      }
      String reference = exchange.getRequestURI().getPath().split("/", -1)[2];
      Deal deal = deals.get(reference);
      if (deal == null || deal.status() == null) {
        write(
            exchange,
            404,
            Map.of("status_code", "404", "status_message", "Transaction doesn't exist."));
        return;
      }
      write(exchange, 200, said(reference, deal));
    }
  }

  private boolean isRefused(HttpExchange exchange) throws IOException {
    if (failing != 0) {
      write(exchange, failing, Map.of("error_messages", List.of("sorry")));
      return true;
    }
    String proof =
        "Basic " + Base64.getEncoder().encodeToString((SERVER_KEY + ":").getBytes(UTF_8));
    if (!proof.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      write(exchange, 401, Map.of("error_messages", List.of("Access denied")));
      return true;
    }
    return false;
  }

  private static void write(HttpExchange exchange, int status, Map<String, ?> body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
