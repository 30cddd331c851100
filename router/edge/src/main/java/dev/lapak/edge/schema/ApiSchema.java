package dev.lapak.edge.schema;

import dev.lapak.platform.scalar.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schema that clients see, and how its entities are looked up in it. */
public final class ApiSchema {

  private final GraphQLSchema schema;

  /** The query field that looks a type's entities up, by the type's name. */
  private final Map<String, String> lookups = new HashMap<>();

  private ApiSchema(GraphQLSchema schema) {
    this.schema = schema;
    schema.getQueryType().getFieldDefinitions().stream()
        .filter(ApiSchema::takesOnlyAnId)
        .forEach(field -> lookups.putIfAbsent(returned(field), field.getName()));
  }

  public static ApiSchema parse(String sdl) {
    TypeDefinitionRegistry registry = new SchemaParser().parse(sdl);
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    Scalars.ALL.forEach(wiring::scalar);
    wiring.scalar(
        GraphQLScalarType.newScalar().name("Upload").coercing(new UploadCoercing()).build());
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

  public GraphQLSchema schema() {
    return schema;
  }

  /** The field {@code Query.x(id: ID!)} that returns one of these by its id. */
  public Optional<String> lookup(String type) {
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
}
