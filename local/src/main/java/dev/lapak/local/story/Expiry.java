package dev.lapak.local.story;

import java.util.List;

/** An order that nobody pays. */
final class Expiry {

  private static final int SECONDS = 5;

  private final Narrator narrator;
  private final Cast cast;

  Expiry(Narrator narrator, Cast cast) {
    this.narrator = narrator;
    this.cast = cast;
  }

  void play() throws InterruptedException {
    Buyer buyer = cast.buyer();
    Goods goods = Goods.find(buyer.person(), "stationery", cast.otherSeller().sellerId(), 1);
    narrator.step(
        "%s buys all %d of \"%s\" and has %d seconds to pay."
            .formatted(buyer.name(), goods.available(), goods.title(), SECONDS));
    Order order =
        buyer
            .checkout(Buyer.newKey(), List.of(Buyer.line(goods, goods.available())), SECONDS)
            .list("checkout.purchase.orders", Order.class)
            .getFirst();
    narrator.equal("nobody else can have them", 0, goods.availableNow(buyer.person()));
    try (Watch mine = Watch.order(narrator, buyer.name(), buyer.person(), order.id())) {
      narrator.equal("it waits", "PLACED", mine.next(order.id()).type());
      narrator.equal("and ends by itself", "EXPIRED", mine.next(order.id()).type());
    }
    narrator.equal(
        "the stock is back",
        goods.available(),
        Patience.until(() -> goods.availableNow(buyer.person()), now -> now == goods.available()));
  }
}
