package dev.lapak.edge.subscription;

import dev.lapak.edge.error.ShownError;
import dev.lapak.edge.plan.Gap;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the entities that an event only names, and puts in what was found of them. */
final class EventGaps {

  /** An entity of which the event has only the id. */
  record Missing(List<Object> path, Gap.Entity entity, Object id) {}

  /** What the router knows of it; null where it can't be had, and why. */
  record Found(List<Object> path, @Nullable Object entity, List<ShownError> errors) {}

  private final Map<List<Object>, @Nullable Object> found = new HashMap<>();

  private EventGaps(List<Found> found) {
    found.forEach(it -> this.found.put(it.path(), it.entity()));
  }

  static List<Missing> find(Map<String, @Nullable Object> data, Map<String, Gap> gaps) {
    List<Missing> missing = new ArrayList<>();
    find(data, gaps, List.of(), missing);
    return missing;
  }

  /** The data complete; null where a null climbs up to the top. */
  static @Nullable Map<String, @Nullable Object> fill(
      Map<String, @Nullable Object> data, Map<String, Gap> gaps, List<Found> found) {
    return new EventGaps(found).fields(data, gaps, List.of());
  }

  private static void find(
      Map<String, ?> parent, Map<String, Gap> gaps, List<Object> path, List<Missing> missing) {
    parent.forEach(
        (key, value) -> {
          Gap gap = gaps.get(key);
          if (gap != null) {
            find(value, gap, step(path, key), missing);
          }
        });
  }

  private static void find(
      @Nullable Object value, Gap gap, List<Object> path, List<Missing> missing) {
    switch (value) {
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          find(list.get(i), gap, step(path, i), missing);
        }
      }
      case Map<?, ?> map -> {
        switch (gap) {
          case Gap.Inside inside -> find(keyed(map), inside.fields(), path, missing);
          case Gap.Entity entity -> {
            Object id = map.get(Gap.Entity.KEY);
            if (id != null) {
              missing.add(new Missing(path, entity, id));
            }
          }
        }
      }
      case null, default -> {}
    }
  }

  private @Nullable Map<String, @Nullable Object> fields(
      Map<String, @Nullable Object> parent, Map<String, Gap> gaps, List<Object> path) {
    for (Map.Entry<String, @Nullable Object> field : parent.entrySet()) {
      Gap gap = gaps.get(field.getKey());
      if (gap != null && field.getValue() != null) {
        Object whole = fill(field.getValue(), gap.type(), gap, step(path, field.getKey()));
        if (whole == null && GraphQLTypeUtil.isNonNull(gap.type())) {
          return null;
        }
        field.setValue(whole);
      }
    }
    return parent;
  }

  private @Nullable Object fill(
      @Nullable Object value, GraphQLType type, Gap gap, List<Object> path) {
    if (value instanceof List<?> list
        && GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList listType) {
      return elements(list, listType.getWrappedType(), gap, path);
    }
    return switch (gap) {
      case Gap.Inside inside ->
          value instanceof Map<?, ?> map ? fields(keyed(map), inside.fields(), path) : value;
      case Gap.Entity entity -> found.get(path);
    };
  }

  private @Nullable Object elements(List<?> list, GraphQLType type, Gap gap, List<Object> path) {
    List<@Nullable Object> whole = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      Object element = fill(list.get(i), type, gap, step(path, i));
      if (element == null && GraphQLTypeUtil.isNonNull(type)) {
        return null;
      }
      whole.add(element);
    }
    return whole;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> keyed(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }

  private static List<Object> step(List<Object> path, Object step) {
    List<Object> further = new ArrayList<>(path);
    further.add(step);
    return List.copyOf(further);
  }
}
