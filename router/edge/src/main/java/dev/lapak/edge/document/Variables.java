package dev.lapak.edge.document;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those variables of an operation that nobody else judges before something is done. */
public final class Variables {

  private final GraphQLSchema schema;
  private final List<VariableDefinition> definitions;

  Variables(GraphQLSchema schema, List<VariableDefinition> definitions) {
    this.schema = schema;
    this.definitions = definitions;
  }

  public boolean isEmpty() {
    return definitions.isEmpty();
  }

  /**
   * @throws RefusedException if a value is not what its type allows
   */
  public void require(Map<String, @Nullable Object> values) {
    try {
      ValuesResolver.coerceVariableValues(
          schema,
          definitions,
          RawVariables.of(values),
          GraphQLContext.getDefault(),
          Locale.ENGLISH);
    } catch (GraphQLException e) {
      throw Refusal.of(e).exception(e);
    }
  }
}
