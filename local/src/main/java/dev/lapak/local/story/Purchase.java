package dev.lapak.local.story;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.UnexpectedAnswer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** From a product of two shops to a paid order, seen live by both sides. */
final class Purchase {

  private static final int MINE = 2;
  private static final int OTHER = 1;

  private final Narrator narrator;
  private final Cast cast;

  Purchase(Narrator narrator, Cast cast) {
    this.narrator = narrator;
    this.cast = cast;
  }

  void play() throws InterruptedException {
    Buyer buyer = cast.buyer();
    Goods here = find(cast.seller(), "candles-and-lights", MINE);
    Goods there = find(cast.otherSeller(), "kitchen-and-dining", OTHER);
    try (Watch shop = Watch.shop(narrator, cast.seller().name(), cast.seller().person())) {
      narrator.step(cast.seller().name() + " opens the dashboard.");
      // Nothing says that a subscription has begun; it begins now.
      Thread.sleep(1_500);
      List<Order> orders = checkOut(here, there);
      Order order = of(orders, cast.seller());
      placed(shop, order, here);
      pay(shop, order);
      cancel(of(orders, cast.otherSeller()), there);
    }
    narrator.equal(
        "what was paid is gone, what was cancelled is back",
        List.of(here.available() - MINE, there.available()),
        List.of(settled(here, here.available() - MINE), settled(there, there.available())));
  }

  private Goods find(Keeper keeper, String category, int quantity) {
    Goods goods = Goods.find(cast.buyer().person(), category, keeper.sellerId(), quantity + 1);
    narrator.step(
        "%s finds \"%s\" at %s: %d can be had."
            .formatted(cast.buyer().name(), goods.title(), goods.seller(), goods.available()));
    return goods;
  }

  /** A double click: the same checkout twice at once. */
  private List<Order> checkOut(Goods here, Goods there) {
    narrator.step(
        "%s buys %d and %d of them, with a double click."
            .formatted(cast.buyer().name(), MINE, OTHER));
    String key = Buyer.newKey();
    List<Map<String, Object>> lines = List.of(Buyer.line(here, MINE), Buyer.line(there, OTHER));
    CompletableFuture<Answer> twin =
        CompletableFuture.supplyAsync(() -> cast.buyer().checkout(key, lines, 3_600));
    Answer first = cast.buyer().checkout(key, lines, 3_600);
    Answer second = twin.join();
    narrator.equal(
        "one purchase, not two",
        first.<String>get("checkout.purchase.id"),
        second.<String>get("checkout.purchase.id"));
    boolean replayed = first.get("checkout.replayed");
    narrator.equal(
        "one of the two says that it was made before", !replayed, second.get("checkout.replayed"));
    List<Order> orders = first.list("checkout.purchase.orders", Order.class);
    narrator.equal("an order for each shop", 2, orders.size());
    narrator.equal(
        "the stock is reserved",
        List.of(here.available() - MINE, there.available() - OTHER),
        List.of(
            here.availableNow(cast.buyer().person()), there.availableNow(cast.buyer().person())));
    Answer another =
        cast.buyer()
            .tryCheckout(
                Map.of("idempotencyKey", key, "lines", List.of(Buyer.line(here, MINE + 1))));
    narrator.equal(
        "the same key with another input is refused",
        "KEY_REUSED",
        another.failures("checkout").getFirst().code());
    return orders;
  }

  private void placed(Watch shop, Order order, Goods here) throws InterruptedException {
    narrator.step(
        "The order for %s is %s: %s %s to %s, account %s, reference %s."
            .formatted(
                cast.seller().name(),
                order.number(),
                order.total().amount(),
                order.total().currency(),
                order.paymentInstruction().bankAccount().holder(),
                order.paymentInstruction().bankAccount().number(),
                order.paymentInstruction().reference()));
    Event arrived = shop.next(order.id());
    narrator.equal("it arrives on the dashboard by itself", "PLACED", arrived.type());
    narrator.equal(
        "with who bought it", cast.buyer().fullName(), arrived.<String>get("order.buyer.name"));
    narrator.equal(
        "and what is left, which another subgraph knows",
        here.available() - MINE,
        arrived.<Integer>get("order.lines[0].product.availability.total"));
  }

  private void pay(Watch shop, Order order) throws InterruptedException {
    Buyer buyer = cast.buyer();
    String reference = order.paymentInstruction().reference();
    try (Watch mine = Watch.order(narrator, buyer.name(), buyer.person(), order.id())) {
      narrator.equal(
          "the buyer's page begins with the first event", 1, mine.next(order.id()).sequence());
      narrator.step(buyer.name() + " uploads a picture of the receipt and hands it in.");
      Answer proof = buyer.handIn(order.id(), Receipt.png(reference));
      narrator.equal(
          "it is what its bytes say",
          "image/jpeg",
          proof.<String>get("submitPaymentProof.proof.files[0].contentType"));
      both(mine, shop, order, "PROOF_SUBMITTED", "PAYMENT_REVIEW");

      narrator.step(cast.seller().name() + " looks at it and rejects it.");
      look(order);
      Answer rejected = cast.seller().reject(proofId(proof), "The amount cannot be read.");
      narrator.equal("without a failure", List.of(), rejected.failures("rejectPayment"));
      Event heard = both(mine, shop, order, "PAYMENT_REJECTED", "PENDING_PAYMENT");
      narrator.equal(
          "with the reason", "The amount cannot be read.", heard.<String>get("order.reason"));

      narrator.step(buyer.name() + " hands in the bank's PDF.");
      Answer better = buyer.handIn(order.id(), Receipt.pdf(reference));
      both(mine, shop, order, "PROOF_SUBMITTED", "PAYMENT_REVIEW");
      narrator.equal(
          "another shop does not find it",
          "PROOF_NOT_FOUND",
          cast.otherSeller().approve(proofId(better)).failures("approvePayment").getFirst().code());

      narrator.step(cast.seller().name() + " approves it.");
      Answer approved = cast.seller().approve(proofId(better));
      narrator.equal("without a failure", List.of(), approved.failures("approvePayment"));
      Event paid = both(mine, shop, order, "PAYMENT_APPROVED", "PAID");
      narrator.equal("the fifth event of five", 5, paid.sequence());
    }
  }

  /** What the buyer hears; the shop hears the same. */
  private Event both(Watch mine, Watch shop, Order order, String type, String status)
      throws InterruptedException {
    Event heard = mine.next(order.id());
    narrator.equal(
        "the buyer sees it live", type + " " + status, heard.type() + " " + heard.status());
    narrator.equal("the seller too", heard.toString(), shop.next(order.id()).toString());
    return heard;
  }

  /** Opens the file as the dashboard does. */
  private void look(Order order) {
    Answer proofs = cast.seller().proofs(order.id());
    narrator.equal(
        "the proof can be seen by the seller",
        200,
        cast.buyer().statusOf(proofs.get("order.proofs[0].files[0].url")));
  }

  private void cancel(Order order, Goods there) {
    narrator.step("%s cancels the other order.".formatted(cast.buyer().name()));
    cast.buyer().cancel(order.id());
  }

  /** Reservations end soon after their orders. */
  private int settled(Goods goods, int expected) throws InterruptedException {
    return Patience.until(() -> goods.availableNow(cast.buyer().person()), now -> now == expected);
  }

  private static String proofId(Answer submitted) {
    return submitted.get("submitPaymentProof.proof.id");
  }

  private static Order of(List<Order> orders, Keeper keeper) {
    return orders.stream()
        .filter(order -> order.seller().id().equals(keeper.sellerId()))
        .findFirst()
        .orElseThrow(() -> new UnexpectedAnswer("no order for " + keeper.name()));
  }
}
