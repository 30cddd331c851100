package dev.lapak.users.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.StatementCount;
import dev.lapak.platform.testing.SubgraphTester;
import dev.lapak.platform.testing.TestIssuer;
import dev.lapak.users.People;
import dev.lapak.users.UsersTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

/** Who sees what of whom. */
@UsersTest
class UserTests {

  private static final String PARTS = " id name email roles createdAt ";

  @Autowired SubgraphTester subgraph;
  @Autowired People people;
  @Autowired StatementCount statements;

  @Test
  void me_is_null_for_nobody() {
    subgraph.anonymous().document("{ me { id } }").execute().path("me").valueIsNull();
  }

  @Test
  void me_is_all_of_me() {
    People.Person person = people.someCustomer();

    GraphQlTester.Response response = with(person).document("{ me {" + PARTS + "} }").execute();

    response.path("me.id").entity(UUID.class).isEqualTo(person.id());
    expectOpen(response, "me", person, "CUSTOMER");
  }

  @Test
  void user_is_there_for_oneself_and_for_admins() {
    People.Person person = people.someCustomer();

    expectOpen(user(with(person), person.id()), "user", person, "CUSTOMER");
    expectOpen(user(with(people.admin()), person.id()), "user", person, "CUSTOMER");
  }

  @Test
  void user_looks_as_if_not_there_to_everybody_else() {
    People.Person person = people.someCustomer();

    user(subgraph.anonymous(), person.id()).path("user").valueIsNull();
    user(with(people.customer()), person.id()).path("user").valueIsNull();
    user(with(people.someSeller()), person.id()).path("user").valueIsNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no-uuid", "00000000-0000-7000-8000-000000000404"})
  void unknown_user_is_null_even_for_admins(String id) {
    user(with(people.admin()), id).path("user").valueIsNull();
  }

  @Test
  void admin_says_so() {
    People.Person admin = people.admin();

    expectOpen(user(with(admin), admin.id()), "user", admin, "CUSTOMER", "ADMIN");
  }

  @Test
  void seller_says_so() {
    People.Person seller = people.someSeller();

    expectOpen(user(with(seller), seller.id()), "user", seller, "CUSTOMER", "SELLER");
  }

  @Test
  void entities_show_all_to_the_user_and_the_name_to_others() {
    People.Person mine = people.someCustomer();
    People.Person other = people.customer();

    GraphQlTester.Response response =
        entities(with(mine), Stream.of(other.id(), mine.id(), UUID.randomUUID(), "no-uuid"));

    response
        .path("_entities[0].name")
        .entity(String.class)
        .isEqualTo("Person")
        .path("_entities[0].email")
        .valueIsNull()
        .path("_entities[0].roles")
        .valueIsNull()
        .path("_entities[0].createdAt")
        .valueIsNull()
        .path("_entities[2]")
        .valueIsNull()
        .path("_entities[3]")
        .valueIsNull();
    expectOpen(response, "_entities[1]", mine, "CUSTOMER");
  }

  @Test
  void entities_show_all_to_admins() {
    People.Person person = people.someCustomer();

    expectOpen(
        entities(with(people.admin()), Stream.of(person.id())), "_entities[0]", person, "CUSTOMER");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void entities_take_one_statement_and_their_sellers_another(int count) {
    List<UUID> ids = Stream.generate(people::seller).limit(count).map(People.Person::id).toList();

    assertThat(
            statements.of(
                () ->
                    subgraph
                        .anonymous()
                        .document(
                            "query ($r: [_Any!]!) { _entities(representations: $r) {"
                                + " ... on User { name seller { name bankAccount { bank } } } } }")
                        .variable("r", representations(ids.stream()))
                        .execute()
                        .path("_entities[*].seller.name")
                        .entityList(String.class)
                        .hasSize(count)))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"forged", "expired"})
  void token_of_another_key_is_refused(String which) {
    UUID user = people.someCustomer().id();
    String token = which.equals("forged") ? TestIssuer.customer(user) : TestIssuer.expired(user);

    subgraph
        .web()
        .post()
        .uri("/graphql")
        .header("lapak-caller", dev.lapak.platform.testing.TestCallers.header("router"))
        .header("authorization", "Bearer " + token)
        .bodyValue(Map.of("query", "{ me { id } }"))
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectBody()
        .jsonPath("$.errors[0].extensions.code")
        .isEqualTo("TOKEN_INVALID");
  }

  private HttpGraphQlTester with(People.Person person) {
    return subgraph.with(person.accessToken());
  }

  private static GraphQlTester.Response user(HttpGraphQlTester who, Object id) {
    return who.document("query ($id: ID!) { user(id: $id) {" + PARTS + "} }")
        .variable("id", id)
        .execute();
  }

  private static GraphQlTester.Response entities(HttpGraphQlTester who, Stream<?> ids) {
    return who.document(
            "query ($r: [_Any!]!) { _entities(representations: $r) { ... on User {"
                + PARTS
                + "} } }")
        .variable("r", representations(ids))
        .execute();
  }

  private static List<Map<String, ?>> representations(Stream<?> ids) {
    return ids.<Map<String, ?>>map(id -> Map.of("__typename", "User", "id", id)).toList();
  }

  private static void expectOpen(
      GraphQlTester.Response response, String path, People.Person person, String... roles) {
    response
        .path(path + ".email")
        .entity(String.class)
        .isEqualTo(person.email())
        .path(path + ".roles")
        .entityList(String.class)
        .containsExactly(roles)
        .path(path + ".createdAt")
        .hasValue();
  }
}
