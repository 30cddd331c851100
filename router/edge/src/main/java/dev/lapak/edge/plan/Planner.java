package dev.lapak.edge.plan;

import static dev.lapak.platform.error.RequestErrorCode.GRAPHQL_VALIDATION_FAILED;
import static graphql.language.OperationDefinition.Operation.SUBSCRIPTION;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.schema.ApiSchema;
import dev.lapak.platform.error.ValidationWords;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.ParseAndValidate;
import graphql.execution.RawVariables;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition.Operation;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.normalized.ExecutableNormalizedOperationFactory.Options;
import graphql.normalized.ExecutableNormalizedOperationToAstCompiler;
import graphql.normalized.ExecutableNormalizedOperationToAstCompiler.CompilerResult;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans subscriptions. What is asked of the subgraph and of the router is made from the normalised
 * operation, in which fragments are unfolded, conditions decided, and variables in their places.
 */
public final class Planner {

  private static final Options OPTIONS =
      Options.defaultOptions()
          .locale(Locale.ENGLISH)
          .graphQLContext(GraphQLContext.newContext().build())
          .maxFieldsCount(10_000);

  private final ApiSchema api;
  private final Supergraph supergraph;

  Planner(ApiSchema api, Supergraph supergraph) {
    this.api = api;
    this.supergraph = supergraph;
  }

  /**
   * @throws RefusedException if the operation does not fit the schema, or can't be served live
   */
  public Plan plan(Document document, Query query) {
    validate(document);
    ExecutableNormalizedField root = root(document, query);
    boolean hollow = Hollow.isIn(api.schema(), root);
    ExecutableNormalizedField selected = hollow ? Hollow.marked(api.schema(), root) : root;
    String subgraph = owner(root);
    Map<String, Gap> gaps = new HashMap<>();
    ExecutableNormalizedField left = new Cut(api, supergraph, subgraph).below(selected, gaps);
    // Anew even where nothing was cut out: the document may have other operations beside this one.
    CompilerResult compiled = compile(api.schema(), SUBSCRIPTION, query.operationName(), left);
    return new Plan(
        subgraph,
        new Query(
            AstPrinter.printAstCompact(compiled.getDocument()),
            query.operationName(),
            compiled.getVariables()),
        gaps.isEmpty()
            ? Map.of()
            : Map.of(root.getResultKey(), new Gap.Inside(root.getType(api.schema()), gaps)),
        hollow);
  }

  static CompilerResult compile(
      GraphQLSchema schema,
      Operation kind,
      @Nullable String name,
      ExecutableNormalizedField field) {
    return ExecutableNormalizedOperationToAstCompiler.compileToDocument(
        schema, kind, name, List.of(field), (any, argument, value) -> true);
  }

  private void validate(Document document) {
    List<ValidationError> errors;
    try {
      errors = ParseAndValidate.validate(api.schema(), document, Locale.ENGLISH);
    } catch (IndexOutOfBoundsException | NullPointerException e) {
      // graphql-java 25 takes the first of the root's fields without looking whether there is one,
      // and looks for the variables of their conditions where there are none.
      throw notOneField();
    }
    if (!errors.isEmpty()) {
      throw Refusal.of(errors.getFirst()).exception();
    }
  }

  private ExecutableNormalizedField root(Document document, Query query) {
    try {
      List<ExecutableNormalizedField> fields =
          ExecutableNormalizedOperationFactory.createExecutableNormalizedOperationWithRawVariables(
                  api.schema(),
                  document,
                  query.operationName(),
                  RawVariables.of(query.variables()),
                  OPTIONS)
              .getTopLevelFields();
      if (fields.size() != 1) {
        throw notOneField();
      }
      return fields.getFirst();
    } catch (GraphQLException e) {
      throw Refusal.of(e).exception(e);
    }
  }

  private static RefusedException notOneField() {
    return RefusedException.of(GRAPHQL_VALIDATION_FAILED, ValidationWords.ONE_FIELD);
  }

  private String owner(ExecutableNormalizedField root) {
    return supergraph.owners(root.getSingleObjectTypeName(), root.getFieldName()).stream()
        .sorted()
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("nobody owns Subscription." + root.getFieldName()));
  }
}
