package dev.lapak.edge.plan;

import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects of which conditions have left nothing selected. GraphQL answers an empty object, but has
 * no words to ask for one: something is asked for under a name of ours, and taken out of the
 * answer.
 */
public final class Hollow {

  private static final String MARK = "nothing__";

  private Hollow() {}

  static boolean isIn(GraphQLSchema schema, ExecutableNormalizedField field) {
    return field.getChildren().isEmpty()
        ? type(schema, field) instanceof GraphQLCompositeType
        : field.getChildren().stream().anyMatch(child -> isIn(schema, child));
  }

  static ExecutableNormalizedField marked(GraphQLSchema schema, ExecutableNormalizedField field) {
    if (!(type(schema, field) instanceof GraphQLCompositeType type)) {
      return field;
    }
    List<ExecutableNormalizedField> children =
        field.getChildren().isEmpty()
            ? List.of(mark(schema, type, field))
            : field.getChildren().stream().map(child -> marked(schema, child)).toList();
    return field.transform(builder -> builder.children(children));
  }

  /** Takes what was asked for in vain out of an answer. */
  public static void empty(@Nullable Object answer) {
    switch (answer) {
      case Map<?, ?> object -> {
        object.remove(MARK);
        object.values().forEach(Hollow::empty);
      }
      case List<?> list -> list.forEach(Hollow::empty);
      case null, default -> {}
    }
  }

  private static ExecutableNormalizedField mark(
      GraphQLSchema schema, GraphQLCompositeType type, ExecutableNormalizedField field) {
    return ExecutableNormalizedField.newNormalizedField()
        .objectTypeNames(objects(schema, type))
        .fieldName("__typename")
        .alias(MARK)
        .level(field.getLevel() + 1)
        .parent(field)
        .build();
  }

  private static List<String> objects(GraphQLSchema schema, GraphQLCompositeType type) {
    return switch (type) {
      case GraphQLInterfaceType known ->
          schema.getImplementations(known).stream().map(GraphQLObjectType::getName).toList();
      case GraphQLUnionType union ->
          union.getTypes().stream().map(GraphQLNamedOutputType::getName).toList();
      default -> List.of(((GraphQLNamedType) type).getName());
    };
  }

  private static GraphQLType type(GraphQLSchema schema, ExecutableNormalizedField field) {
    return GraphQLTypeUtil.unwrapAll(field.getType(schema));
  }
}
