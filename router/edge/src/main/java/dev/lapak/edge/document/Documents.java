package dev.lapak.edge.document;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;
import static dev.lapak.platform.error.RequestErrorCode.QUERY_TOO_DEEP;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lapak.edge.document.DocumentFacts.Readable;
import dev.lapak.edge.document.DocumentFacts.Unreadable;
import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads each document once and remembers what it learned, whatever whoever sends it. */
public final class Documents {

  private final DocumentProperties properties;
  private final GraphQLSchema schema;
  private final DocumentParser parser;
  private final Inputs inputs;
  private final Cache<Fingerprint, DocumentFacts> learned;

  Documents(DocumentProperties properties, GraphQLSchema schema) {
    this.properties = properties;
    this.schema = schema;
    this.inputs = new Inputs(schema);
    this.parser = new DocumentParser(properties.characters(), properties.tokens());
    this.learned =
        Caffeine.newBuilder()
            .maximumWeight(properties.remembered().toBytes())
            .weigher((Fingerprint key, DocumentFacts facts) -> weight(facts))
            .build();
  }

  /**
   * The operation that is to be run.
   *
   * @param name null if the document has only one
   * @throws RefusedException if the document can't be read or has a literal that does not fit, the
   *     operation is not there or too deep
   */
  public Operation operation(String document, @Nullable String name) {
    Operation operation =
        switch (facts(document)) {
          case Unreadable unreadable -> throw unreadable.refusal().exception();
          case Readable readable -> choose(readable.operations(), name);
        };
    if (operation.depth() > properties.depth()) {
      throw RefusedException.of(
          QUERY_TOO_DEEP,
          "The operation is %d fields deep, %d are allowed."
              .formatted(operation.depth(), properties.depth()));
    }
    return operation;
  }

  /**
   * The document itself, for those who need more than facts.
   *
   * @throws RefusedException if it can't be read
   */
  public Document parse(String document) {
    return parser.parse(document);
  }

  /**
   * For what is to be sure before anything is done.
   *
   * @throws RefusedException if it does not fit the schema
   */
  public void requireValid(String document) {
    List<ValidationError> errors =
        ParseAndValidate.validate(schema, parse(document), Locale.ENGLISH);
    if (!errors.isEmpty()) {
      throw Refusal.of(errors.getFirst()).exception();
    }
  }

  private DocumentFacts facts(String document) {
    Fingerprint key = Fingerprint.of(document);
    DocumentFacts facts = learned.getIfPresent(key);
    if (facts == null) {
      facts = learn(document);
      learned.put(key, facts);
    }
    return facts;
  }

  private DocumentFacts learn(String text) {
    try {
      Document document = parse(text);
      DepthMeter meter = new DepthMeter(document, field -> true);
      Introspection introspection = new Introspection(document);
      List<Operation> operations =
          document.getDefinitionsOfType(OperationDefinition.class).stream()
              .map(it -> operation(document, it, meter, introspection))
              .toList();
      inputs.requireLiterals(document);
      return new Readable(operations, text.length());
    } catch (RefusedException e) {
      return new Unreadable(e.refusal());
    }
  }

  private Operation operation(
      Document document, OperationDefinition it, DepthMeter meter, Introspection introspection) {
    int depth = meter.depth(it);
    introspection.require(it);
    return new Operation(
        it.getName(),
        it.getOperation(),
        depth,
        inputs.variables(document, it, introspection.isIn(it)));
  }

  private static Operation choose(List<Operation> operations, @Nullable String name) {
    if (operations.isEmpty()) {
      throw RefusedException.of(BAD_REQUEST, "The document has no operation.");
    }
    if (name == null) {
      if (operations.size() > 1) {
        throw RefusedException.of(
            BAD_REQUEST, "The document has several operations: operationName must say which.");
      }
      return operations.getFirst();
    }
    return operations.stream()
        .filter(operation -> name.equals(operation.name()))
        .findFirst()
        .orElseThrow(() -> RefusedException.of(BAD_REQUEST, "The document has no such operation."));
  }

  /** About how many bytes it takes. */
  private static int weight(DocumentFacts facts) {
    return 200
        + switch (facts) {
          case Unreadable unreadable -> 2 * unreadable.refusal().message().length();
          case Readable readable -> readable.weight();
        };
  }
}
