package dev.lapak.edge.document;

import static dev.lapak.platform.error.RequestErrorCode.GRAPHQL_VALIDATION_FAILED;

import dev.lapak.edge.error.Refusal;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges what asks for the schema itself, which the router answers alone and without codes. */
final class Introspection {

  private static final Set<String> OF_SCHEMA = Set.of("__schema", "__type");

  /** They lead from type to type, so that a short document may ask for very much. */
  private static final Set<String> LISTS =
      Set.of("fields", "inputFields", "interfaces", "possibleTypes");

  /** The router's bound. */
  private static final int MOST_LISTS = 2;

  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private final DepthMeter lists;

  Introspection(Document document) {
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
    lists = new DepthMeter(document, field -> LISTS.contains(field.getName()));
  }

  /** Whether the router answers a part of it by itself. */
  boolean isIn(OperationDefinition operation) {
    return fields(operation).stream().anyMatch(field -> field.getName().startsWith("__"));
  }

  /**
   * @throws dev.lapak.edge.error.RefusedException if the router could not answer it
   */
  void require(OperationDefinition operation) {
    List<Field> fields = fields(operation);
    for (Field field : fields) {
      if (OF_SCHEMA.contains(field.getName())) {
        if (fields.stream().anyMatch(other -> !other.getName().startsWith("__"))) {
          throw refuse(field, "%s goes in an operation of its own.".formatted(field.getName()));
        }
        if (lists.depth(field) > MOST_LISTS) {
          throw refuse(
              field,
              "Under %s, at most %d lists of fields or types lie in each other."
                  .formatted(field.getName(), MOST_LISTS));
        }
      }
    }
  }

  private static RuntimeException refuse(Field field, String message) {
    return new Refusal(
            GRAPHQL_VALIDATION_FAILED,
            message,
            field.getSourceLocation() == null ? List.of() : List.of(field.getSourceLocation()))
        .exception();
  }

  private List<Field> fields(OperationDefinition operation) {
    List<Field> fields = new ArrayList<>();
    collect(operation.getSelectionSet(), fields, new HashSet<>());
    return fields;
  }

  private void collect(SelectionSet selections, List<Field> fields, Set<String> seen) {
    for (Selection<?> selection : selections.getSelections()) {
      switch (selection) {
        case Field field -> fields.add(field);
        case InlineFragment fragment -> collect(fragment.getSelectionSet(), fields, seen);
        case FragmentSpread spread -> {
          FragmentDefinition fragment = fragments.get(spread.getName());
          if (fragment != null && seen.add(spread.getName())) {
            collect(fragment.getSelectionSet(), fields, seen);
          }
        }
        default -> throw new IllegalStateException("unknown selection " + selection);
      }
    }
  }
}
