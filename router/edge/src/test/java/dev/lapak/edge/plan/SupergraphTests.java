package dev.lapak.edge.plan;

import static dev.lapak.platform.error.RequestErrorCode.GRAPHQL_VALIDATION_FAILED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.schema.ApiSchema;
import graphql.parser.Parser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the contract of today has no example of. */
class SupergraphTests {

  private static final String SUPERGRAPH =
      """
      enum join__Graph { ONE @join__graph(name: "one", url: "") TWO @join__graph(name: "two-too", url: "") }
      type Query @join__type(graph: ONE) @join__type(graph: TWO) {
        thing(id: ID!): Thing @join__field(graph: ONE)
      }
      type Subscription @join__type(graph: TWO) { happened: Event! }
      type Event @join__type(graph: TWO) { box: Box! foreign: Int }
      type Box @join__type(graph: TWO) { things: [Thing!]! part: Part }
      type Thing @join__type(graph: ONE, key: "id") @join__type(graph: TWO, key: "id") {
        id: ID!
        name: String @join__field(graph: ONE)
        size: Int @join__field(graph: ONE, external: true) @join__field(graph: TWO)
        price: Int @join__field(graph: ONE) @join__field(graph: TWO, requires: "name")
        old: Int @join__field(graph: ONE, override: "two") @join__field(graph: TWO, usedOverridden: true)
      }
      type Part @join__type(graph: ONE, key: "id") @join__type(graph: TWO, key: "id") {
        id: ID!
        name: String @join__field(graph: ONE)
      }
      """;

  private static final String API =
      """
      type Query { thing(id: ID!): Thing things(id: ID!): [Thing] }
      type Subscription { happened: Event! }
      type Event { box: Box! foreign: Int }
      type Box { things: [Thing!]! part: Part }
      type Thing { id: ID! name: String size: Int price: Int old: Int }
      type Part { id: ID! name: String }
      """;

  private final Supergraph supergraph = Supergraph.parse(SUPERGRAPH);
  private final Planner planner = new Planner(ApiSchema.parse(API), supergraph);

  @Test
  void a_field_that_needs_others_is_not_resolved_alone() {
    assertThat(supergraph.owners("Thing", "id")).containsExactlyInAnyOrder("one", "two-too");
    assertThat(supergraph.owners("Thing", "name")).containsExactly("one");
    assertThat(supergraph.owners("Thing", "size")).containsExactly("two-too");
    assertThat(supergraph.owners("Thing", "price")).containsExactly("one");
    assertThat(supergraph.owners("Thing", "old")).containsExactly("one");
    assertThat(supergraph.owners("Thing", "nothing")).isEmpty();
  }

  @Test
  void entities_are_found_below_what_is_none() {
    Plan plan = plan("subscription { happened { box { things { name } } } }");
    assertThat(plan.subgraph()).isEqualTo("two-too");
    Gap.Inside event = (Gap.Inside) requireNonNull(plan.gaps().get("happened"));
    Gap.Inside box = (Gap.Inside) requireNonNull(event.fields().get("box"));
    assertThat(box.fields().get("things")).isInstanceOf(Gap.Entity.class);
  }

  @Test
  void an_entity_that_nobody_looks_up_can_not_be_completed() {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> plan("subscription { happened { box { part { name } } } }"));
    assertThat(refused.refusal().code()).isEqualTo(GRAPHQL_VALIDATION_FAILED);
    assertThat(refused.refusal().message()).contains("Part.name");
    assertThat(plan("subscription { happened { box { part { id } } } }").gaps()).isEmpty();
  }

  private Plan plan(String text) {
    return planner.plan(Parser.parse(text), new Query(text, null, Map.of()));
  }
}
