package dev.lapak.edge.document;

import static dev.lapak.platform.error.RequestErrorCode.GRAPHQL_VALIDATION_FAILED;
import static dev.lapak.platform.error.RequestErrorCode.QUERY_TOO_DEEP;

import dev.lapak.edge.error.RefusedException;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts how many fields of some kind lie in each other; each fragment is looked at once. */
final class DepthMeter {

  /** Fields and fragments together: keeps the recursion far from the end of the stack. */
  private static final int MAX_LEVELS = 250;

  private final Predicate<Field> counted;
  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, Integer> measured = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  DepthMeter(Document document, Predicate<Field> counted) {
    this.counted = counted;
    this.fragments = new HashMap<>();
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
  }

  int depth(OperationDefinition operation) {
    return depth(operation.getSelectionSet(), 0);
  }

  int depth(Field field) {
    return depth(field, 0);
  }

  private int depth(Field field, int level) {
    return (counted.test(field) ? 1 : 0) + depth(field.getSelectionSet(), level + 1);
  }

  private int depth(@Nullable SelectionSet selections, int level) {
    if (selections == null) {
      return 0;
    }
    if (level > MAX_LEVELS) {
      throw RefusedException.of(
          QUERY_TOO_DEEP, "Fields and fragments are nested more than " + MAX_LEVELS + " levels.");
    }
    int deepest = 0;
    for (Selection<?> selection : selections.getSelections()) {
      deepest =
          Math.max(
              deepest,
              switch (selection) {
                case Field field -> depth(field, level);
                case InlineFragment fragment -> depth(fragment.getSelectionSet(), level + 1);
                case FragmentSpread spread -> depth(spread.getName(), level + 1);
                default -> throw new IllegalStateException("unknown selection " + selection);
              });
    }
    return deepest;
  }

  private int depth(String name, int level) {
    Integer known = measured.get(name);
    if (known != null) {
      return known;
    }
    FragmentDefinition fragment = fragments.get(name);
    if (fragment == null) {
      return 0; // The router says so.
    }
    if (!open.add(name)) {
      throw RefusedException.of(
          GRAPHQL_VALIDATION_FAILED, "The fragment " + name + " is a part of itself.");
    }
    int depth = depth(fragment.getSelectionSet(), level);
    open.remove(name);
    measured.put(name, depth);
    return depth;
  }
}
