package dev.lapak.local.chaos;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** A buyer who clicks twice, hangs up, asks again, pays, cancels and forgets. */
final class Adversary implements Runnable {

  private final Market market;
  private final Buyer buyer;
  private final Promises promises;
  private final Tally tally;
  private final Random random;
  private final Instant until;

  Adversary(
      Market market, Buyer buyer, Promises promises, Tally tally, Random random, Instant until) {
    this.market = market;
    this.buyer = buyer;
    this.promises = promises;
    this.tally = tally;
    this.random = random;
    this.until = until;
  }

  @Override
  public void run() {
    try {
      while (Instant.now().isBefore(until)) {
        try {
          turn();
        } catch (UnansweredException e) {
          tally.count("unanswered: " + e.kind());
          Thread.sleep(200);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() throws UnansweredException, InterruptedException {
    Wish wish = Wish.any(market.products(), random);
    promises.wish(buyer, wish);
    switch (random.nextInt(4)) {
      case 0 -> hangUp(wish);
      case 1 -> clickTwice(wish);
      default -> {}
    }
    Optional<JsonNode> answer = buyer.insist(wish, until);
    if (answer.isEmpty()) {
      return;
    }
    promises.answered(wish, answer.get());
    for (JsonNode order : Buyer.orders(answer.get())) {
      goOn(order.path("id").asString(), market.shopOf(order));
    }
    if (random.nextInt(5) == 0) {
      buyer.insist(wish, until).ifPresent(again -> promises.answered(wish, again));
    }
  }

  private void hangUp(Wish wish) throws UnansweredException, InterruptedException {
    CompletableFuture<HttpResponse<String>> sent = buyer.send(wish);
    Thread.sleep(random.nextInt(41));
    if (sent.cancel(true)) {
      tally.count("hung up");
    }
  }

  private void clickTwice(Wish wish) throws UnansweredException, InterruptedException {
    List<CompletableFuture<HttpResponse<String>>> clicks =
        List.of(buyer.send(wish), buyer.send(wish));
    tally.count("clicked twice");
    for (CompletableFuture<HttpResponse<String>> click : clicks) {
      JsonNode answer = Door.await(click).path("checkout");
      if (answer.path("purchase").isObject()) {
        promises.answered(wish, answer);
      }
    }
  }

  private void goOn(String order, Shop shop) throws UnansweredException, InterruptedException {
    if (random.nextInt(6) == 0) {
      buyer.extend(order);
    }
    switch (random.nextInt(8)) {
      case 0, 1, 2, 3 -> cancel(order);
      case 4 -> pay(order, shop);
      case 5 -> {
        reject(order, shop);
        pay(order, shop);
      }
      default -> {} // forgotten: it expires, or is left
    }
  }

  private void cancel(String order) throws UnansweredException, InterruptedException {
    if (buyer.cancel(order)) {
      promises.cancelled(order);
    }
  }

  private void reject(String order, Shop shop) throws UnansweredException, InterruptedException {
    Optional<String> proof = buyer.handIn(order, market.receipt());
    if (proof.isPresent()) {
      shop.reject(proof.get());
      tally.count("rejected");
    }
  }

  private void pay(String order, Shop shop) throws UnansweredException, InterruptedException {
    Optional<String> proof = buyer.handIn(order, market.receipt());
    if (proof.isEmpty()) {
      return;
    }
    for (CompletableFuture<HttpResponse<String>> click :
        shop.approveTwice(market.door(), proof.get())) {
      JsonNode answer = Door.await(click).path("approvePayment");
      if (answer.at("/order/status").asString("").equals("PAID")) {
        promises.paid(order);
      }
    }
  }
}
