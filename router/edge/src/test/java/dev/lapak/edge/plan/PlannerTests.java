package dev.lapak.edge.plan;

import static dev.lapak.platform.error.RequestErrorCode.BAD_USER_INPUT;
import static dev.lapak.platform.error.RequestErrorCode.GRAPHQL_VALIDATION_FAILED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.schema.ApiSchema;
import dev.lapak.platform.error.RequestErrorCode;
import graphql.language.AstPrinter;
import graphql.parser.Parser;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Against the contract that is composed now. */
class PlannerTests {

  private final Planner planner = planner();

  @Test
  void what_its_subgraph_resolves_is_asked_of_it_alone() {
    String text =
        """
        subscription Watch($id: ID!, $after: String) {
          change: orderStatusChanged(orderId: $id, after: $after) {
            ...Facts
            order { id number lines { title product { id } } buyer { id } __typename }
          }
        }
        fragment Facts on OrderEvent { cursor sequence at: occurredAt }
        """;
    Plan plan = plan(text, Map.of("id", "1"));
    assertThat(plan.subgraph()).isEqualTo("orders");
    assertSame(
        plan.query().document(),
        """
        subscription ($v0: ID!) {
          change: orderStatusChanged(orderId: $v0) {
            cursor sequence at: occurredAt
            order { id number lines { title product { id } } buyer { id } __typename }
          }
        }
        """);
    assertThat(plan.query().variables()).isEqualTo(Map.of("v0", "1"));
    assertThat(plan.gaps()).isEmpty();
  }

  @Test
  void of_several_operations_the_one_that_is_named_is_asked_for() {
    Plan plan =
        planner.plan(
            Parser.parse(
                """
                query Find { products(first: 5) { edges { node { id } } } }
                subscription Watch { orderEvents(scope: MINE) { cursor } }
                """),
            new Query("…", "Watch", Map.of()));
    assertSame(
        plan.query().document(),
        "subscription Watch($v0: OrderScope!) { orderEvents(scope: $v0) { cursor } }");
    assertThat(plan.query().operationName()).isEqualTo("Watch");
  }

  @Test
  void what_conditions_leave_out_is_not_asked_for() {
    Plan plan =
        plan(
            """
            subscription ($no: Boolean!) {
              orderEvents(scope: MINE) { cursor order { number buyer { id name @include(if: $no) } } }
            }
            """,
            Map.of("no", false));
    assertSame(
        plan.query().document(),
        "subscription ($v0: OrderScope!) { orderEvents(scope: $v0) { cursor order { number buyer { id } } } }");
    assertThat(plan.gaps()).isEmpty();
    assertThat(plan.hollow()).isFalse();
  }

  @Test
  void an_object_of_which_nothing_is_left_is_empty() {
    Plan plan =
        plan(
            """
            subscription {
              orderEvents(scope: MINE) { order { lines { product { title @skip(if: true) } } } }
            }
            """,
            Map.of());
    assertSame(
        plan.query().document(),
        """
        subscription ($v0: OrderScope!) {
          orderEvents(scope: $v0) { order { lines { product { nothing__: __typename } } } }
        }
        """);
    assertThat(plan.hollow()).isTrue();
    Map<String, Object> answer =
        new HashMap<>(Map.of("lines", List.of(new HashMap<>(Map.of("nothing__", "Product")))));
    Hollow.empty(answer);
    assertThat(answer).isEqualTo(Map.of("lines", List.of(Map.of())));
  }

  @Test
  void the_rest_of_an_entity_is_looked_up_by_its_id() {
    Plan plan =
        plan(
            """
            subscription Live { orderEvents(scope: SELLER) { cursor order { number buyer { name } } status } }
            """,
            Map.of());
    assertThat(plan.subgraph()).isEqualTo("orders");
    assertSame(
        plan.query().document(),
        "subscription ($v0: OrderScope!) { orderEvents(scope: $v0) { cursor order { id } status } }");
    assertThat(plan.query().variables()).isEqualTo(Map.of("v0", "SELLER"));
    Query lookup = entity(plan, "orderEvents", "order").lookup();
    assertSame(
        lookup.document(),
        "query LiveOrder($entityId: ID!) { entity: order(id: $entityId) { number buyer { name } } }");
    assertThat(lookup.variables()).isEmpty();
  }

  @Test
  void aliases_keep_their_places_on_both_sides() {
    Plan plan =
        plan(
            """
            subscription {
              e: orderEvents(scope: MINE) {
                c: cursor
                whole: order { n: number who: buyer { called: name } }
                own: order { n: number }
              }
            }
            """,
            Map.of());
    assertSame(
        plan.query().document(),
        "subscription ($v0: OrderScope!) { e: orderEvents(scope: $v0) { c: cursor whole: order { id } own: order { n: number } } }");
    assertThat(inside(plan, "e").fields()).containsOnlyKeys("whole");
    assertSame(
        entity(plan, "e", "whole").lookup().document(),
        "query LiveOrder($entityId: ID!) { entity: order(id: $entityId) { n: number who: buyer { called: name } } }");
  }

  @Test
  void fragments_variables_and_conditions_are_worked_in() {
    Plan plan =
        plan(
            """
            subscription Live($scope: OrderScope!, $many: Int!, $no: Boolean!, $first: Int) {
              ...Root
            }
            fragment Root on Subscription { orderEvents(scope: $scope) { ...Facts ... on OrderEvent { ...Rest } } }
            fragment Facts on OrderEvent { cursor order { number } }
            fragment Rest on OrderEvent {
              order {
                lines { product { availability { enough: inStock(quantity: $many) inStock } title @include(if: $no) } }
                buyer { orders(first: $first, status: [PAID, EXPIRED]) { totalCount } } }
            }
            """,
            Map.of("scope", "ALL", "many", 3, "no", false));
    Query lookup = entity(plan, "orderEvents", "order").lookup();
    assertSame(
        lookup.document(),
        """
        query LiveOrder($v0: Int!, $v1: [OrderStatus!], $entityId: ID!) {
          entity: order(id: $entityId) {
            number
            lines { product { availability { enough: inStock(quantity: $v0) inStock } } }
            buyer { orders(status: $v1) { totalCount } }
          }
        }
        """);
    assertThat(JsonMapper.shared().writeValueAsString(lookup.variables()))
        .isEqualTo("{\"v0\":3,\"v1\":[\"PAID\",\"EXPIRED\"]}");
    assertThat(plan.query().variables()).isEqualTo(Map.of("v0", "ALL"));
  }

  @Test
  void a_null_variable_stays_null() {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("after", null);
    Plan plan =
        plan(
            "subscription ($after: String) { orderEvents(scope: MINE, after: $after) { order { buyer { name } } } }",
            variables);
    assertThat(plan.query().variables()).containsEntry("v0", "MINE");
    assertThat(plan.query().variables().values()).containsOnly("MINE", null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subscription { nothing { id } }",
        "subscription { orderEvents(scope: MINE) { nothing } }",
        "subscription { orderEvents(scope: MINE) { cursor } orderStatusChanged(orderId: 1) { cursor } }",
        "subscription { orderEvents(scope: NOBODY) { cursor } }",
        "subscription { orderEvents { cursor } }",
        "subscription { orderEvents(scope: MINE) }",
        "subscription { __typename }",
        "subscription { orderEvents(scope: MINE) @skip(if: true) { cursor } }",
        "subscription { orderEvents(scope: MINE) { ...Missing } }",
        "subscription { orderEvents(scope: $undefined) { cursor } }"
      })
  void what_does_not_fit_the_schema_is_refused(String text) {
    assertThat(refused(text, Map.of())).isEqualTo(GRAPHQL_VALIDATION_FAILED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_one_field_stands_on_no_condition(boolean no) {
    assertThat(
            refused(
                "subscription ($no: Boolean!) { orderEvents(scope: MINE) @skip(if: $no) { cursor } }",
                Map.of("no", no)))
        .isEqualTo(GRAPHQL_VALIDATION_FAILED);
  }

  @Test
  void variables_that_do_not_fit_are_refused() {
    String text = "subscription ($s: OrderScope!) { orderEvents(scope: $s) { cursor } }";
    assertThat(refused(text, Map.of())).isEqualTo(BAD_USER_INPUT);
    assertThat(refused(text, Map.of("s", "NOBODY"))).isEqualTo(BAD_USER_INPUT);
  }

  private Plan plan(String text, Map<String, @Nullable Object> variables) {
    return planner.plan(Parser.parse(text), new Query(text, null, variables));
  }

  private RequestErrorCode refused(String text, Map<String, @Nullable Object> variables) {
    return catchThrowableOfType(RefusedException.class, () -> plan(text, variables))
        .refusal()
        .code();
  }

  private static Gap.Entity entity(Plan plan, String event, String field) {
    return (Gap.Entity) requireNonNull(inside(plan, event).fields().get(field));
  }

  private static Gap.Inside inside(Plan plan, String event) {
    return (Gap.Inside) requireNonNull(plan.gaps().get(event));
  }

  private static void assertSame(String actual, String expected) {
    assertThat(AstPrinter.printAstCompact(Parser.parse(actual)))
        .isEqualTo(AstPrinter.printAstCompact(Parser.parse(expected)));
  }

  private static Planner planner() {
    try {
      return new PlanConfiguration()
          .planner(
              ApiSchema.parse(
                  new ClassPathResource("graphql/api.graphql").getContentAsString(UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
