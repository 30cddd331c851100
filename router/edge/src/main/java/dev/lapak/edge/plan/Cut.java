package dev.lapak.edge.plan;

import static dev.lapak.platform.error.RequestErrorCode.GRAPHQL_VALIDATION_FAILED;

import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.schema.ApiSchema;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts what a subgraph lacks out of a selection, at the entity nearest to the event. */
final class Cut {

  private final ApiSchema api;
  private final Supergraph supergraph;
  private final String subgraph;

  Cut(ApiSchema api, Supergraph supergraph, String subgraph) {
    this.api = api;
    this.supergraph = supergraph;
    this.subgraph = subgraph;
  }

  /** Whether the subgraph resolves the field and all that is selected below. */
  boolean isComplete(ExecutableNormalizedField field) {
    return isResolved(field) && field.getChildren().stream().allMatch(this::isComplete);
  }

  /**
   * What is left of a field's selection.
   *
   * @param gaps takes what was cut out, by its name in the answer
   */
  ExecutableNormalizedField below(ExecutableNormalizedField field, Map<String, Gap> gaps) {
    List<ExecutableNormalizedField> kept = new ArrayList<>();
    for (ExecutableNormalizedField child : field.getChildren()) {
      kept.add(isComplete(child) ? child : cut(child, gaps));
    }
    return field.transform(builder -> builder.children(kept));
  }

  private ExecutableNormalizedField cut(ExecutableNormalizedField field, Map<String, Gap> gaps) {
    GraphQLSchema schema = api.schema();
    if (!isResolved(field) || field.isConditional(schema)) {
      throw RefusedException.of(
          GRAPHQL_VALIDATION_FAILED,
          "%s.%s can't be selected in this subscription."
              .formatted(field.objectTypeNamesToString(), field.getFieldName()));
    }
    GraphQLNamedType named = GraphQLTypeUtil.unwrapAll(field.getType(schema));
    String type = named.getName();
    Optional<String> lookup =
        api.lookup(type).filter(it -> supergraph.resolves(subgraph, type, Gap.Entity.KEY));
    if (lookup.isEmpty()) {
      Map<String, Gap> inside = new HashMap<>();
      ExecutableNormalizedField left = below(field, inside);
      gaps.put(field.getResultKey(), new Gap.Inside(field.getType(schema), inside));
      return left;
    }
    gaps.put(
        field.getResultKey(),
        new Gap.Entity(field.getType(schema), Lookups.query(schema, lookup.get(), type, field)));
    return Lookups.onlyKey(field, type);
  }

  private boolean isResolved(ExecutableNormalizedField field) {
    return field.getObjectTypeNames().stream()
        .allMatch(type -> supergraph.resolves(subgraph, type, field.getFieldName()));
  }
}
