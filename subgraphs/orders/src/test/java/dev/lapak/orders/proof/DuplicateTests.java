package dev.lapak.orders.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import dev.lapak.platform.testing.Files;
import dev.lapak.platform.testing.Pictures;
import dev.lapak.platform.testing.SubgraphTester;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The same file for two orders is told to who reviews it, and to nobody else. */
@OrdersTest
class DuplicateTests {

  private static final String SEEN =
      "query ($id: ID!) { order(id: $id) { proofs { duplicate alsoOn { id } } } }";

  @Autowired World world;
  @Autowired People people;
  @Autowired SubgraphTester subgraph;

  World.Shop shop;
  World.Shop otherShop;
  byte[] receipt;
  Person buyer;

  @BeforeEach
  void a_receipt() {
    world.reset();
    shop = world.shop();
    otherShop = world.shop();
    receipt = Pictures.png();
    buyer = people.buyer();
  }

  @Test
  void seller_sees_on_which_of_the_own_orders_it_was_too() {
    String first = handIn(people.buyer(), shop);
    String second = handIn(buyer, shop);

    JsonNode seen = proof(people.seller(shop), second);

    assertThat(seen.get("duplicate").asBoolean()).isTrue();
    assertThat(ids(seen)).containsExactly(first);
    assertThat(ids(proof(people.seller(shop), first))).containsExactly(second);
  }

  @Test
  void of_another_seller_s_order_is_told_that_it_is_there_and_no_more() {
    String theirs = handIn(buyer, otherShop);
    String mine = handIn(buyer, shop);

    JsonNode seen = proof(people.seller(shop), mine);

    assertThat(seen.get("duplicate").asBoolean()).isTrue();
    assertThat(ids(seen)).isEmpty();
    assertThat(ids(proof(people.admin(), mine))).containsExactly(theirs);
  }

  @Test
  void buyer_is_told_nothing() {
    String order = handIn(buyer, shop);
    handIn(buyer, otherShop);

    JsonNode seen = proof(buyer, order);

    assertThat(seen.get("duplicate").isNull()).isTrue();
    assertThat(seen.get("alsoOn").isNull()).isTrue();
  }

  @Test
  void the_same_order_s_earlier_proof_and_what_was_not_handed_in_do_not_count() {
    String order = handIn(buyer, shop);
    Person seller = people.seller(shop);
    seller.reject(
        buyer.order(order).get("proofs").get(0).get("id").asString(), "It can't be read.");
    handIn(buyer, order, receipt);
    Person other = people.buyer();
    upload(other, other.buy(world.product(shop, "2.55", 1)).get("id").asString(), receipt);

    JsonNode seen = proof(seller, order);

    assertThat(seen.get("duplicate").asBoolean()).isFalse();
    assertThat(ids(seen)).isEmpty();
  }

  @Test
  void another_picture_is_no_duplicate() {
    String order = handIn(buyer, shop);
    receipt = Pictures.png();
    handIn(buyer, shop);

    assertThat(proof(people.seller(shop), order).get("duplicate").asBoolean()).isFalse();
  }

  @Test
  void a_file_that_is_everywhere_is_told_ten_times() {
    for (int i = 0; i < 12; i++) {
      handIn(buyer, shop);
    }
    String last = handIn(buyer, shop);

    assertThat(ids(proof(people.seller(shop), last))).hasSize(10).doesNotContain(last);
  }

  private String handIn(Person of, World.Shop seller) {
    String order = of.buy(world.product(seller, "2.55", 100)).get("id").asString();
    handIn(of, order, receipt);
    return order;
  }

  private void handIn(Person of, String order, byte[] file) {
    assertThat(of.submit(order, List.of(upload(of, order, file))).get("errors")).isEmpty();
  }

  private String upload(Person of, String order, byte[] file) {
    JsonNode upload = of.requestUpload(order).get("upload");
    new Files(subgraph).put(upload.get("url").asString(), file).expectStatus().isCreated();
    return upload.get("id").asString();
  }

  private static JsonNode proof(Person who, String order) {
    return who.ask(SEEN, Map.of("id", order)).get("order").get("proofs").get(0);
  }

  private static List<String> ids(JsonNode proof) {
    return proof.get("alsoOn").valueStream().map(order -> order.get("id").asString()).toList();
  }
}
