package dev.lapak.edge.plan;

import static graphql.language.OperationDefinition.Operation.QUERY;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationToAstCompiler.CompilerResult;
import graphql.schema.GraphQLSchema;
import java.util.List;

/** Makes the query that looks an entity up with what was selected of it. */
final class Lookups {

  private Lookups() {}

  /** {@code query ($entityId: ID!, …) { entity: order(id: $entityId) { … } }}. */
  static Query query(
      GraphQLSchema schema, String lookup, String type, ExecutableNormalizedField selected) {
    String name = "Live" + type;
    ExecutableNormalizedField root =
        ExecutableNormalizedField.newNormalizedField()
            .objectTypeNames(List.of(schema.getQueryType().getName()))
            .fieldName(lookup)
            .alias(Gap.Entity.FIELD)
            .children(selected.getChildren())
            .build();
    CompilerResult compiled = Planner.compile(schema, QUERY, name, root);
    OperationDefinition operation =
        compiled.getDocument().getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
    return new Query(AstPrinter.printAstCompact(byId(operation)), name, compiled.getVariables());
  }

  /** The entity with nothing but its key. */
  static ExecutableNormalizedField onlyKey(ExecutableNormalizedField field, String type) {
    ExecutableNormalizedField key =
        ExecutableNormalizedField.newNormalizedField()
            .objectTypeNames(List.of(type))
            .fieldName(Gap.Entity.KEY)
            .level(field.getLevel() + 1)
            .parent(field)
            .build();
    return field.transform(builder -> builder.children(List.of(key)));
  }

  private static Document byId(OperationDefinition operation) {
    Field entity = (Field) operation.getSelectionSet().getSelections().getFirst();
    Field withId =
        entity.transform(
            builder ->
                builder.arguments(
                    List.of(new Argument("id", VariableReference.of(Gap.Entity.ID)))));
    VariableDefinition id =
        VariableDefinition.newVariableDefinition()
            .name(Gap.Entity.ID)
            .type(NonNullType.newNonNullType(TypeName.newTypeName("ID").build()).build())
            .build();
    return Document.newDocument()
        .definition(
            operation.transform(
                builder ->
                    builder.selectionSet(new SelectionSet(List.of(withId))).variableDefinition(id)))
        .build();
  }
}
