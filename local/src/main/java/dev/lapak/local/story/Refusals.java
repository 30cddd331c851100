package dev.lapak.local.story;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must not work, and says why. */
final class Refusals {

  private static final int FAR_TOO_MANY = 1_000_000;

  private final Narrator narrator;
  private final Cast cast;
  private final Person nobody;

  Refusals(Narrator narrator, Cast cast, Person nobody) {
    this.narrator = narrator;
    this.cast = cast;
    this.nobody = nobody;
  }

  void play() {
    Buyer buyer = cast.buyer();
    Buyer stranger = cast.stranger();
    Goods goods = Goods.find(buyer.person(), "storage", cast.seller().sellerId(), 2);
    String order =
        buyer
            .checkout(Buyer.newKey(), List.of(Buyer.line(goods, 1)), 60)
            .list("checkout.purchase.orders", Order.class)
            .getFirst()
            .id();
    try {
      narrator.step("%s has an order; %s asks for it.".formatted(buyer.name(), stranger.name()));
      narrator.equal("there is none to be seen", null, seen(stranger.person(), order));
      narrator.equal("nor to be watched", "NOT_FOUND", Watch.refusal(stranger.person(), order));
      narrator.equal("its buyer sees it", "PENDING_PAYMENT", seen(buyer.person(), order));
      narrator.step("Somebody without a token asks.");
      narrator.equal(
          "who is not logged in is told so",
          List.of("UNAUTHENTICATED"),
          nobody.ask("{ myOrders { totalCount } }", Map.of()).requestErrors());
      tooMany(stranger, goods);
    } finally {
      buyer.cancel(order);
    }
  }

  private void tooMany(Buyer stranger, Goods goods) {
    narrator.step(
        "%s wants %,d of \"%s\".".formatted(stranger.name(), FAR_TOO_MANY, goods.title()));
    Answer refused =
        stranger.tryCheckout(
            Map.of(
                "idempotencyKey",
                Buyer.newKey(),
                "lines",
                List.of(Buyer.line(goods, FAR_TOO_MANY))));
    narrator.equal(
        "there are too few", "OUT_OF_STOCK", refused.failures("checkout").getFirst().code());
    narrator.equal(
        "and it says how many can be had",
        goods.availableNow(stranger.person()),
        refused.<Integer>get("checkout.errors[0].available"));
    narrator.equal("nothing was bought", null, refused.find("checkout.purchase"));
  }

  private static @Nullable String seen(Person person, String order) {
    return person
        .read("query ($id: ID!) { order(id: $id) { status } }", Map.of("id", order))
        .find("order.status");
  }
}
