package dev.lapak.orders.checkout;

import static dev.lapak.orders.testing.Person.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.orders.testing.OrdersTest;
import dev.lapak.orders.testing.People;
import dev.lapak.orders.testing.Person;
import dev.lapak.orders.testing.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a buyer tells the sellers. */
@OrdersTest
class RemarksTests {

  private static final String REMARKS =
      "query ($id: ID!) { order(id: $id) { contact { name email phone } note metadata } }";

  @Autowired World world;
  @Autowired People people;

  Person buyer;
  World.Shop shop;
  UUID product;

  @BeforeEach
  void someone() {
    world.reset();
    buyer = people.buyer();
    shop = world.shop();
    product = world.product(shop, "1.00", 1_000);
  }

  @Test
  void the_seller_reads_what_the_buyer_told() {
    Map<String, Object> metadata =
        Map.of("gift", true, "steps", List.of(1, "two", 3.5), "nested", Map.of("a", "b"));
    JsonNode order =
        order(
            buy(
                Map.of(
                    "contact",
                    Map.of(
                        "name", "  Budi ",
                        "email", "budi@example.test",
                        "phone", "+62 (812) 3456-7890"),
                    "note",
                    " Ring twice.\nThanks ",
                    "metadata",
                    metadata)));

    for (Person reader : List.of(buyer, people.seller(shop), people.admin())) {
      JsonNode read = read(reader, order);
      assertThat(read.get("contact").toString())
          .isEqualTo(
              """
              {"name":"Budi","email":"budi@example.test","phone":"+6281234567890"}""");
      assertThat(read.get("note").asString()).isEqualTo("Ring twice.\nThanks");
      assertThat(read.get("metadata").get("steps").toString()).isEqualTo("[1,\"two\",3.5]");
      assertThat(read.get("metadata").get("nested").get("a").asString()).isEqualTo("b");
    }
    assertThat(read(people.buyer(), order).isNull()).isTrue();
  }

  @Test
  void nobody_has_to_tell_anything() {
    JsonNode read = read(buyer, order(buy(Map.of())));
    assertThat(read.get("contact").isNull()).isTrue();
    assertThat(read.get("note").isNull()).isTrue();
    assertThat(read.get("metadata").isNull()).isTrue();
    assertThat(world.users.asked("buyerForCheckout")).isZero();
    assertThat(read(buyer, order(buy(Map.of("note", " \n ")))).get("note").isNull()).isTrue();
  }

  @Test
  void metadata_in_the_document_itself_works_too() {
    JsonNode answer =
        buyer
            .ask(
                """
                mutation { checkout(input: {
                  idempotencyKey: "k", lines: [{productId: "%s", quantity: 1}],
                  metadata: {a: [1, {b: "c"}], d: null}
                }) { errors { code } purchase { orders { metadata } } } }"""
                    .formatted(product),
                Map.of())
            .get("checkout");
    assertThat(answer.get("errors")).isEmpty();
    assertThat(
            answer
                .get("purchase")
                .get("orders")
                .get(0)
                .get("metadata")
                .get("a")
                .get(1)
                .get("b")
                .asString())
        .isEqualTo("c");
  }

  @Test
  void a_guests_contact_is_the_guests_own_from_the_same_call() {
    Person guest = people.guest();
    world.guest(guest.id(), "Siti", "siti@example.test");
    JsonNode order = order(buy(guest, Map.of()));

    assertThat(world.users.asked("buyerForCheckout")).isOne();
    assertThat(world.users.asked("sellersForCheckout")).isOne();
    JsonNode contact = read(people.seller(shop), order).get("contact");
    assertThat(contact.get("name").asString()).isEqualTo("Siti");
    assertThat(contact.get("email").asString()).isEqualTo("siti@example.test");
    assertThat(contact.get("phone").isNull()).isTrue();
  }

  @Test
  void a_guest_may_say_another_contact() {
    Person guest = people.guest();
    world.guest(guest.id(), "Siti", "siti@example.test");
    JsonNode order = order(buy(guest, Map.of("contact", Map.of("phone", "+6281234567890"))));

    assertThat(world.users.asked("buyerForCheckout")).isZero();
    JsonNode contact = read(guest, order).get("contact");
    assertThat(contact.get("name").isNull()).isTrue();
    assertThat(contact.get("phone").asString()).isEqualTo("+6281234567890");
  }

  @Test
  void a_guest_whom_users_does_not_know_has_no_contact() {
    JsonNode order = order(buy(people.guest(), Map.of()));
    assertThat(read(people.admin(), order).get("contact").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a@b", "@b.c", "a@b.", "a b@c.d", "a@b@c.d", "a\u0001@b.c"})
  void an_address_looks_like_one(String email) {
    assertThat(failure(Map.of("contact", Map.of("email", email))))
        .isEqualTo("CONTACT_INVALID [\"contact\",\"email\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "081234567890", "+0812345678", "+62", "+62abc4567890", "+1234567890123456"})
  void a_number_has_its_countrys_code(String phone) {
    assertThat(failure(Map.of("contact", Map.of("phone", phone))))
        .isEqualTo("CONTACT_INVALID [\"contact\",\"phone\"]");
  }

  @Test
  void a_contact_says_something() {
    assertThat(failure(Map.of("contact", Map.of()))).isEqualTo("CONTACT_INVALID [\"contact\"]");
    assertThat(failure(Map.of("contact", Map.of("name", " "))))
        .isEqualTo("CONTACT_INVALID [\"contact\",\"name\"]");
    assertThat(failure(Map.of("contact", Map.of("name", "n".repeat(101)))))
        .isEqualTo("CONTACT_INVALID [\"contact\",\"name\"]");
  }

  @Test
  void a_note_has_500_characters_as_people_count_them() {
    assertThat(failure(Map.of("note", "n".repeat(501)))).isEqualTo("NOTE_LENGTH [\"note\"]");
    assertThat(buy(Map.of("note", "🙂".repeat(500))).get("errors")).isEmpty();
  }

  @Test
  void metadata_is_an_object_of_4_kilobytes() {
    for (Object other : List.of("text", 1, true, List.of(1))) {
      assertThat(failure(Map.of("metadata", other))).isEqualTo("METADATA_INVALID [\"metadata\"]");
    }
    String most = "x".repeat(4_096 - "{\"a\":\"\"}".length());
    assertThat(failure(Map.of("metadata", Map.of("a", most + "x"))))
        .isEqualTo("METADATA_INVALID [\"metadata\"]");
    assertThat(buy(Map.of("metadata", Map.of("a", most))).get("errors")).isEmpty();
    // Two bytes each.
    assertThat(failure(Map.of("metadata", Map.of("a", "é".repeat(2_048)))))
        .isEqualTo("METADATA_INVALID [\"metadata\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "-1e40",
        "1e131071",
        "1e200000",
        "1e999999999",
        "1e-40",
        "1e-17000",
        "0e1000",
        "12345678901234567890123456789012345678901",
        "1.1234567890123456789012345678901234567890"
      })
  void a_number_of_metadata_is_not_of_more_digits_than_can_be_read_back(String number) {
    assertThat(checkout("{list: [{a: %s}]}".formatted(number)).at("/errors/0/code").asString())
        .isEqualTo("METADATA_INVALID");
    assertThat(world.stock.free(product)).isEqualTo(1_000);
  }

  @ParameterizedTest
  @CsvSource({
    "1e39, 1E39",
    "-1e-39, -1E-39",
    "0.5, 0.5",
    "1234567890123456789012345678901234567890, 1.2345678901234568E39"
  })
  void a_number_of_40_digits_comes_back(String number, double read) {
    JsonNode answer = checkout("{a: %s}".formatted(number));

    assertThat(answer.get("errors")).isEmpty();
    assertThat(answer.at("/purchase/orders/0/metadata/a").asDouble()).isEqualTo(read);
  }

  @Test
  void a_number_given_as_a_variable_is_as_long() {
    assertThat(failure(Map.of("metadata", Map.of("a", 1e40))))
        .isEqualTo("METADATA_INVALID [\"metadata\"]");
    assertThat(buy(Map.of("metadata", Map.of("a", 1e39, "b", 1e-39))).get("errors")).isEmpty();
  }

  private JsonNode checkout(String metadata) {
    return buyer
        .ask(
            """
            mutation { checkout(input: {
              idempotencyKey: "%s", lines: [{productId: "%s", quantity: 1}], metadata: %s
            }) { errors { code } purchase { orders { metadata } } } }"""
                .formatted(UUID.randomUUID(), product, metadata),
            Map.of())
        .get("checkout");
  }

  @Test
  void metadata_is_32_levels_deep() {
    assertThat(buy(Map.of("metadata", nested(32))).get("errors")).isEmpty();
    assertThat(failure(Map.of("metadata", nested(33))))
        .isEqualTo("METADATA_INVALID [\"metadata\"]");
  }

  @Test
  void what_cannot_be_stored_is_refused_before_anything_is_reserved() {
    String document =
        """
        mutation ($input: CheckoutInput!) { checkout(input: $input) { replayed } }""";
    for (Map<String, Object> remarks :
        List.<Map<String, Object>>of(
            Map.of("note", "a\0b"),
            Map.of("contact", Map.of("name", "a\0b")),
            Map.of("metadata", Map.of("a", "a\0b")))) {
      assertThat(buyer.failure(document, Map.of("input", input(remarks))))
          .isEqualTo("BAD_USER_INPUT");
    }
    assertThat(world.inventory.asked("reserveStock")).isZero();
    // What only looks like it is a text like any other.
    JsonNode order = order(buy(Map.of("note", "\\u0000", "metadata", Map.of("a", "\\u0000"))));
    assertThat(read(buyer, order).get("metadata").get("a").asString()).isEqualTo("\\u0000");
  }

  @Test
  void the_same_key_with_other_remarks_is_another_input() {
    Map<String, Object> input = input(Map.of("note", "One", "metadata", Map.of("a", 1, "b", 2)));
    assertThat(buyer.checkout(input).get("errors")).isEmpty();
    assertThat(buyer.checkout(input).get("replayed").asBoolean()).isTrue();
    Map<String, Object> other = new HashMap<>(input);
    other.put("note", "Two");
    assertThat(buyer.checkout(other).get("errors").get(0).get("code").asString())
        .isEqualTo("KEY_REUSED");
  }

  private static Map<String, Object> nested(int levels) {
    Map<String, Object> object = Map.of("a", 1);
    for (int i = 1; i < levels; i++) {
      object = Map.of("a", object);
    }
    return object;
  }

  private String failure(Map<String, Object> remarks) {
    JsonNode error = buy(remarks).get("errors").get(0);
    return error.get("code").asString() + " " + error.get("path");
  }

  private JsonNode buy(Map<String, Object> remarks) {
    return buy(buyer, remarks);
  }

  private JsonNode buy(Person by, Map<String, Object> remarks) {
    return by.checkout(input(remarks));
  }

  private Map<String, Object> input(Map<String, Object> remarks) {
    Map<String, Object> input = new HashMap<>(remarks);
    input.put("idempotencyKey", UUID.randomUUID().toString());
    input.put("lines", List.of(line(product, 1)));
    return input;
  }

  private static JsonNode order(JsonNode answer) {
    assertThat(answer.get("errors")).isEmpty();
    return answer.get("purchase").get("orders").get(0);
  }

  private static JsonNode read(Person reader, JsonNode order) {
    return reader.ask(REMARKS, Map.of("id", order.get("id").asString())).get("order");
  }
}
