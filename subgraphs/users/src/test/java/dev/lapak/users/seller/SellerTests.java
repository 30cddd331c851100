package dev.lapak.users.seller;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lapak.platform.testing.Race;
import dev.lapak.platform.testing.StatementCount;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.users.People;
import dev.lapak.users.UsersTest;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;

/** Becoming a seller, and who sees what of one. */
@UsersTest
class SellerTests {

  private static final String FOR_CHECKOUT =
      "query ($ids: [ID!]!) { sellersForCheckout(ids: $ids) {"
          + " id bankAccount { bank holder number } } }";

  @Autowired SubgraphTester subgraph;
  @Autowired People people;
  @Autowired StatementCount statements;
  @Autowired DatabaseClient db;

  @Test
  void new_seller_has_a_shop_and_tokens_that_say_so() throws ParseException {
    People.Person person = people.customer();

    GraphQlTester.Response response =
        people.becomeSeller(
            with(person),
            input(
                Map.of("name", " Warung 🛒 ", "currency", "IDR"),
                Map.of("bank", " BCA ", "holder", " Siti ", "number", " 1234 5678-9 ")));

    response
        .path("becomeSeller.errors")
        .entityList(Object.class)
        .hasSize(0)
        .path("becomeSeller.seller.name")
        .entity(String.class)
        .isEqualTo("Warung 🛒")
        .path("becomeSeller.seller.currency")
        .entity(String.class)
        .isEqualTo("IDR")
        .path("becomeSeller.seller.bankAccount")
        .entity(Map.class)
        .isEqualTo(Map.of("bank", "BCA", "holder", "Siti", "number", "1234 5678-9"));
    JWTClaimsSet claims =
        SignedJWT.parse(response.path("becomeSeller.tokens.accessToken").entity(String.class).get())
            .getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo(person.id().toString());
    assertThat(claims.getStringListClaim("roles")).containsExactly("CUSTOMER", "SELLER");
    assertThat(claims.getStringClaim("seller"))
        .isEqualTo(response.path("becomeSeller.seller.id").entity(String.class).get());
    assertThat(claims.getStringClaim("currency")).isEqualTo("IDR");
  }

  @Test
  void older_session_learns_the_role_when_it_is_refreshed() throws ParseException {
    People.Person person = people.customer();
    people.becomeSeller(with(person), input(Map.of(), Map.of()));

    String token =
        people
            .refresh(person.refreshToken())
            .path("refresh.tokens.accessToken")
            .entity(String.class)
            .get();

    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("roles"))
        .containsExactly("CUSTOMER", "SELLER");
  }

  @Test
  void nobody_sells_without_a_token() {
    expectRequestError(
        people.becomeSeller(subgraph.anonymous(), input(Map.of(), Map.of())), "UNAUTHENTICATED");
  }

  @Test
  void nobody_sells_whose_account_is_gone() {
    People.Person person = people.customer();
    for (String table : List.of("sessions WHERE user_id", "users WHERE id")) {
      db.sql("DELETE FROM " + table + " = $1").bind(0, person.id()).fetch().rowsUpdated().block();
    }

    expectRequestError(
        people.becomeSeller(with(person), input(Map.of(), Map.of())), "UNAUTHENTICATED");
  }

  @Test
  void one_sells_once() {
    expectError(
        people.becomeSeller(with(people.someSeller()), input(Map.of(), Map.of())),
        "ALREADY_SELLER");
  }

  @Test
  void of_ten_wishes_at_once_one_is_granted() {
    HttpGraphQlTester person = with(people.customer());

    List<Integer> errors =
        Race.of(
            10,
            i ->
                people
                    .becomeSeller(person, input(Map.of("name", "Shop " + i), Map.of()))
                    .path("becomeSeller.errors")
                    .entityList(Object.class)
                    .get()
                    .size());

    assertThat(errors).containsOnlyOnce(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "bank", "holder"})
  void names_have_1_to_100_characters(String field) {
    HttpGraphQlTester person = with(people.customer());
    List<String> path = field.equals("name") ? List.of("name") : List.of("bankAccount", field);

    for (String name : List.of("", "   ", "\u3164", "\u2800\ufe0f", "n".repeat(101))) {
      GraphQlTester.Response response = people.becomeSeller(person, with(field, name));
      expectError(response, "NAME_LENGTH");
      response.path("becomeSeller.errors[0].path").entityList(String.class).isEqualTo(path);
    }
    people
        .becomeSeller(person, with(field, "🛒".repeat(100)))
        .path("becomeSeller.seller.id")
        .hasValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234", "AB12", "1-2 3-4", "1234567890123456789012345678901234"})
  void account_number_within_its_limits(String number) {
    people
        .becomeSeller(with(people.customer()), with("number", number))
        .path("becomeSeller.seller.bankAccount.number")
        .entity(String.class)
        .isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XXX", "XTS", "XAU", "XAG", "XPT", "XPD", // none, or metals
        "DEM", "FRF", "ITL", "LTL", "HRK", "BGN", "ANG", "CSD", "ROL", "RUR", "TRL", "SLL", "MRO",
        "STD", "BYR", "AZM", "ZMK", "VEB", "VEF", "ZWD", "ZWL", "CUC", // out of use
        "CHE", "CHW", "BOV", "CLF", "MXV", "COU", "USN", "USS", "UYI", "XAD", // funds and units
        "XSU", "XUA", "XDR", "XBA", "XBB", "XBC", "XBD", "XFO", "XFU"
      })
  void currency_that_no_country_pays_in_is_a_typed_error(String currency) {
    GraphQlTester.Response response =
        people.becomeSeller(
            with(people.someCustomer()), input(Map.of("currency", currency), Map.of()));

    expectError(response, "CURRENCY_NOT_SUPPORTED");
    response
        .path("becomeSeller.errors[0].path")
        .entityList(String.class)
        .containsExactly("currency");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GBP", "EUR", "USD", "IDR", "JPY", "KWD", "CHF", "CLP", "UYU", "MXN", "BOB", "COP", "CUP",
        "VES", "ZWG", "XCG", "SLE", "MRU", "STN", "BYN", "TRY", "XAF", "XOF", "XPF", "XCD", "PAB"
      })
  void currency_of_any_country_is_fine(String currency) {
    people
        .becomeSeller(with(people.customer()), input(Map.of("currency", currency), Map.of()))
        .path("becomeSeller.seller.currency")
        .entity(String.class)
        .isEqualTo(currency);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "123",
        "1-2-3",
        "12345678901234567890123456789012345",
        "12--34",
        "-1234",
        "12_34",
        "١٢٣٤",
        "12\u000034",
      })
  void account_number_outside_them_is_a_typed_error(String number) {
    GraphQlTester.Response response =
        people.becomeSeller(with(people.someCustomer()), with("number", number));

    expectError(response, "ACCOUNT_NUMBER_INVALID");
    response
        .path("becomeSeller.errors[0].path")
        .entityList(String.class)
        .containsExactly("bankAccount", "number");
  }

  @ParameterizedTest
  @CsvSource({"XYZ", "gbp", "''", "POUNDS"})
  void unknown_currency_is_refused(String currency) {
    expectRequestError(
        people.becomeSeller(
            with(people.someCustomer()), input(Map.of("currency", currency), Map.of())),
        "BAD_USER_INPUT");
  }

  @Test
  void nul_character_is_bad_input() {
    expectRequestError(
        people.becomeSeller(with(people.someCustomer()), with("bank", "a\u0000b")),
        "BAD_USER_INPUT");
  }

  @Test
  void seller_is_there_for_everybody_and_the_bank_account_for_few() {
    People.Person owner = people.someSeller();
    String id = sellerOf(owner);

    for (HttpGraphQlTester other : List.of(subgraph.anonymous(), with(people.customer()))) {
      seller(other, id)
          .path("seller.name")
          .entity(String.class)
          .isEqualTo("Shop")
          .path("seller.bankAccount")
          .valueIsNull();
    }
    for (HttpGraphQlTester one : List.of(with(owner), with(people.admin()))) {
      seller(one, id).path("seller.bankAccount.number").entity(String.class).isEqualTo("12 34-56");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no-uuid", "00000000-0000-7000-8000-000000000404"})
  void unknown_seller_is_null(String id) {
    seller(subgraph.anonymous(), id).path("seller").valueIsNull();
  }

  @Test
  void entities_come_in_order_in_one_statement_and_keep_bank_accounts_to_themselves() {
    People.Person owner = people.someSeller();
    String mine = sellerOf(owner);
    String other = sellerOf(people.seller());

    assertThat(
            statements.of(
                () ->
                    entities(with(owner), Stream.of(other, UUID.randomUUID(), mine, "no-uuid"))
                        .path("_entities[0].name")
                        .hasValue()
                        .path("_entities[0].bankAccount")
                        .valueIsNull()
                        .path("_entities[1]")
                        .valueIsNull()
                        .path("_entities[2].bankAccount.bank")
                        .entity(String.class)
                        .isEqualTo("Bank")
                        .path("_entities[3]")
                        .valueIsNull()))
        .isOne();
  }

  @Test
  void checkout_gets_the_bank_accounts() {
    String id = sellerOf(people.someSeller());

    forCheckout("orders", List.of(UUID.randomUUID(), id, id, "no-uuid"))
        .path("sellersForCheckout[0]")
        .valueIsNull()
        .path("sellersForCheckout[1]")
        .entity(Map.class)
        .isEqualTo(
            Map.of(
                "id",
                id,
                "bankAccount",
                Map.of("bank", "Bank", "holder", "Holder", "number", "12 34-56")))
        .path("sellersForCheckout[2].id")
        .hasValue()
        .path("sellersForCheckout[3]")
        .valueIsNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"router", "edge", "products", "inventory"})
  void nobody_else_gets_them(String caller) {
    expectRequestError(forCheckout(caller, List.of()), "FORBIDDEN");
  }

  @Test
  void checkout_asks_for_1000_at_most_in_one_statement() {
    List<Object> ids = new ArrayList<>(List.of(sellerOf(people.someSeller())));
    while (ids.size() < 1_000) {
      ids.add(UUID.randomUUID());
    }

    assertThat(
            statements.of(
                () ->
                    forCheckout("orders", ids)
                        .path("sellersForCheckout")
                        .entityList(Object.class)
                        .hasSize(1_000)))
        .isOne();
    expectRequestError(
        forCheckout("orders", Collections.nCopies(1_001, ids.getFirst())), "BAD_USER_INPUT");
  }

  private HttpGraphQlTester with(People.Person person) {
    return subgraph.with(person.accessToken());
  }

  private String sellerOf(People.Person person) {
    return with(person)
        .document("{ me { seller { id } } }")
        .execute()
        .path("me.seller.id")
        .entity(String.class)
        .get();
  }

  private static GraphQlTester.Response seller(HttpGraphQlTester who, String id) {
    return who.document(
            "query ($id: ID!) { seller(id: $id) { name currency bankAccount { number } } }")
        .variable("id", id)
        .execute();
  }

  private static GraphQlTester.Response entities(HttpGraphQlTester who, Stream<?> ids) {
    return who.document(
            "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Seller {"
                + " name bankAccount { bank } } } }")
        .variable("r", ids.map(id -> Map.of("__typename", "Seller", "id", id)).toList())
        .execute();
  }

  private GraphQlTester.Response forCheckout(String caller, List<?> ids) {
    return subgraph.caller(caller).document(FOR_CHECKOUT).variable("ids", ids).execute();
  }

  private static Map<String, ?> with(String field, String value) {
    return field.equals("name")
        ? input(Map.of(field, value), Map.of())
        : input(Map.of(), Map.of(field, value));
  }

  private static Map<String, ?> input(Map<String, ?> changes, Map<String, ?> accountChanges) {
    Map<String, Object> account =
        new HashMap<>(Map.of("bank", "Bank", "holder", "Holder", "number", "12345678"));
    account.putAll(accountChanges);
    Map<String, Object> input = new HashMap<>(Map.of("name", "Shop", "currency", "GBP"));
    input.put("bankAccount", account);
    input.putAll(changes);
    return input;
  }

  private static void expectError(GraphQlTester.Response response, String code) {
    response
        .path("becomeSeller.seller")
        .valueIsNull()
        .path("becomeSeller.tokens")
        .valueIsNull()
        .path("becomeSeller.errors[*].code")
        .entityList(String.class)
        .containsExactly(code);
  }

  private static void expectRequestError(GraphQlTester.Response response, String code) {
    response
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .isNotEmpty()
                    .allSatisfy(
                        error -> assertThat(error.getExtensions()).containsEntry("code", code)));
  }
}
