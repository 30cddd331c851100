package dev.lapak.edge.plan;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which subgraph resolves which field by itself, as the composed supergraph says. */
final class Supergraph {

  private static final String TYPENAME = "__typename";

  /** The subgraphs' names by what the schema calls them. */
  private final Map<String, String> graphs;

  /** Each type's fields with the graphs that resolve them. */
  private final Map<String, Map<String, Set<String>>> types = new HashMap<>();

  private Supergraph(TypeDefinitionRegistry registry) {
    this.graphs =
        registry
            .getType("join__Graph", EnumTypeDefinition.class)
            .orElseThrow()
            .getEnumValueDefinitions()
            .stream()
            .collect(Collectors.toMap(EnumValueDefinition::getName, Supergraph::name));
    registry
        .getTypes(ImplementingTypeDefinition.class)
        .forEach(type -> types.put(type.getName(), resolvers(type)));
  }

  static Supergraph parse(String sdl) {
    return new Supergraph(new SchemaParser().parse(sdl));
  }

  /** The subgraphs that resolve a field by themselves. */
  Set<String> owners(String type, String field) {
    return types.getOrDefault(type, Map.of()).getOrDefault(field, Set.of()).stream()
        .map(graph -> graphs.getOrDefault(graph, graph))
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean resolves(String subgraph, String type, String field) {
    return field.equals(TYPENAME) || owners(type, field).contains(subgraph);
  }

  private static Map<String, Set<String>> resolvers(ImplementingTypeDefinition<?> type) {
    Set<String> ofType = graphs(type, "join__type", directive -> true);
    Map<String, Set<String>> fields = new HashMap<>();
    List<FieldDefinition> definitions = type.getFieldDefinitions();
    for (FieldDefinition field : definitions) {
      fields.put(
          field.getName(),
          field.hasDirective("join__field")
              ? graphs(field, "join__field", Supergraph::standsAlone)
              : ofType);
    }
    return fields;
  }

  /** Whether the subgraph has the field without anything from another one. */
  private static boolean standsAlone(Directive field) {
    return field.getArgument("requires") == null
        && !isTrue(field, "external")
        && !isTrue(field, "usedOverridden");
  }

  private static Set<String> graphs(
      DirectivesContainer<?> node, String directive, Predicate<Directive> condition) {
    Set<String> graphs = new HashSet<>();
    for (Directive join : node.getDirectives(directive)) {
      if (condition.test(join) && value(join, "graph") instanceof EnumValue graph) {
        graphs.add(graph.getName());
      }
    }
    return graphs;
  }

  private static String name(EnumValueDefinition graph) {
    return graph.getDirectives("join__graph").stream()
        .map(directive -> value(directive, "name"))
        .map(value -> value instanceof StringValue name ? name.getValue() : null)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(graph.getName() + " has no name"));
  }

  private static boolean isTrue(Directive directive, String argument) {
    return value(directive, argument) instanceof BooleanValue value && value.isValue();
  }

  private static @Nullable Value<?> value(Directive directive, String name) {
    Argument argument = directive.getArgument(name);
    return argument == null ? null : argument.getValue();
  }
}
