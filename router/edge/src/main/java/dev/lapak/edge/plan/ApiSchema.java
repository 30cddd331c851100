package dev.lapak.edge.plan;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The schema that clients see, and how its entities are looked up in it. */
final class ApiSchema {

  private final GraphQLSchema schema;

  /** The query field that looks a type's entities up, by the type's name. */
  private final Map<String, String> lookups = new HashMap<>();

  private ApiSchema(GraphQLSchema schema) {
    this.schema = schema;
    schema.getQueryType().getFieldDefinitions().stream()
        .filter(ApiSchema::takesOnlyAnId)
        .forEach(field -> lookups.putIfAbsent(returned(field), field.getName()));
  }

  static ApiSchema parse(String sdl) {
    TypeDefinitionRegistry registry = new SchemaParser().parse(sdl);
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    registry.scalars().keySet().stream()
        .filter(name -> !ScalarInfo.isGraphqlSpecifiedScalar(name))
        .forEach(name -> wiring.scalar(passing(name)));
    // Nothing runs here, so a type may stay undecided.
    registry
        .getTypesMap(graphql.language.InterfaceTypeDefinition.class)
        .keySet()
        .forEach(name -> wiring.type(undecided(name)));
    registry
        .getTypesMap(graphql.language.UnionTypeDefinition.class)
        .keySet()
        .forEach(name -> wiring.type(undecided(name)));
    return new ApiSchema(new SchemaGenerator().makeExecutableSchema(registry, wiring.build()));
  }

  GraphQLSchema schema() {
    return schema;
  }

  /** The field {@code Query.x(id: ID!)} that returns one of these by its id. */
  Optional<String> lookup(String type) {
    return Optional.ofNullable(lookups.get(type));
  }

  private static boolean takesOnlyAnId(GraphQLFieldDefinition field) {
    List<GraphQLArgument> arguments = field.getArguments();
    return arguments.size() == 1
        && arguments.getFirst().getName().equals("id")
        && GraphQLTypeUtil.simplePrint(arguments.getFirst().getType()).equals("ID!")
        && !GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()));
  }

  private static String returned(GraphQLFieldDefinition field) {
    GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(field.getType());
    return type.getName();
  }

  private static TypeRuntimeWiring undecided(String type) {
    return TypeRuntimeWiring.newTypeWiring(type)
        .typeResolver(
            environment -> {
              throw new IllegalStateException(type + " is not resolved here");
            })
        .build();
  }

  /** A scalar whose values are for the subgraphs to judge. */
  private static GraphQLScalarType passing(String name) {
    return GraphQLScalarType.newScalar().name(name).coercing(new Passing()).build();
  }

  private static final class Passing implements Coercing<Object, Object> {

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
      return value;
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
      return value;
    }

    @Override
    public Object parseLiteral(
        Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
      return value;
    }

    @Override
    public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
      return value instanceof Value<?> literal
          ? literal
          : graphql.language.StringValue.of(value.toString());
    }
  }
}
