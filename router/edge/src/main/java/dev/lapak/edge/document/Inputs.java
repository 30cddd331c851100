package dev.lapak.edge.document;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import graphql.ParseAndValidate;
import graphql.execution.TypeFromAST;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.ScalarInfo;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.validation.ValidationError;
import graphql.validation.rules.ArgumentsOfCorrectType;
import graphql.validation.rules.VariableDefaultValuesOfCorrectType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges what documents put in. The router lets any value pass for a scalar of ours, which its
 * subgraph then refuses with all else that was to come from there; it fails at a condition that is
 * null, and without a code at any variable of what it answers by itself.
 */
final class Inputs {

  private static final Set<Class<?>> OF_LITERALS =
      Set.of(ArgumentsOfCorrectType.class, VariableDefaultValuesOfCorrectType.class);

  private final GraphQLSchema schema;

  Inputs(GraphQLSchema schema) {
    this.schema = schema;
  }

  /**
   * @throws RefusedException if a literal is not what its type allows
   */
  void requireLiterals(Document document) {
    List<ValidationError> errors =
        ParseAndValidate.validate(schema, document, OF_LITERALS::contains, Locale.ENGLISH);
    if (!errors.isEmpty()) {
      throw Refusal.of(errors.getFirst()).exception();
    }
  }

  /**
   * The operation's variables that are judged here.
   *
   * @param all not only those that the router lets pass
   */
  Variables variables(Document document, OperationDefinition operation, boolean all) {
    Set<String> conditions = conditions(document);
    return new Variables(
        schema,
        operation.getVariableDefinitions().stream()
            .flatMap(variable -> judged(variable, conditions, all))
            .toList());
  }

  private Stream<VariableDefinition> judged(
      VariableDefinition variable, Set<String> conditions, boolean all) {
    Type<?> type = variable.getType();
    if (conditions.contains(variable.getName())
        && variable.getDefaultValue() != null
        && type instanceof TypeName nullable
        && nullable.getName().equals("Boolean")) {
      // GraphQL lets it stand there for its default's sake, but a null may come instead of that.
      return Stream.of(variable.transform(it -> it.type(new NonNullType(nullable))));
    }
    return TypeFromAST.getTypeFromAST(schema, type) instanceof GraphQLInputType known
            && (all || holdsOurs(GraphQLTypeUtil.unwrapAll(known), new HashSet<>()))
        ? Stream.of(variable)
        : Stream.empty();
  }

  /** Whether a value of this type may have one of a scalar in it that is not GraphQL's own. */
  private static boolean holdsOurs(GraphQLType type, Set<GraphQLType> seen) {
    return switch (type) {
      case GraphQLScalarType scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar);
      case GraphQLInputObjectType input ->
          seen.add(input)
              && input.getFieldDefinitions().stream()
                  .anyMatch(field -> holdsOurs(GraphQLTypeUtil.unwrapAll(field.getType()), seen));
      default -> false;
    };
  }

  /** The variables that decide whether something is left out, in all of the document. */
  private static Set<String> conditions(Document document) {
    Set<String> names = new HashSet<>();
    new NodeTraverser()
        .preOrder(
            new NodeVisitorStub() {
              @Override
              public TraversalControl visitDirective(Directive node, TraverserContext<Node> at) {
                if (node.getArgument("if") instanceof Argument condition
                    && condition.getValue() instanceof VariableReference variable) {
                  names.add(variable.getName());
                }
                return TraversalControl.CONTINUE;
              }
            },
            document);
    return names;
  }
}
