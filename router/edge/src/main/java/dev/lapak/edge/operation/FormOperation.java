package dev.lapak.edge.operation;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;
import static dev.lapak.platform.error.RequestErrorCode.BAD_USER_INPUT;

import dev.lapak.edge.document.Documents;
import dev.lapak.edge.document.Operation;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.plan.Query;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operation of a multipart request: judged with all that is known of it before the first file
 * is taken, and complete when the last one has come.
 */
final class FormOperation {

  private final Envelope envelope;
  private final Map<String, @Nullable Object> variables;
  private final FormMap map;

  private FormOperation(Envelope envelope, Map<String, @Nullable Object> variables, FormMap map) {
    this.envelope = envelope;
    this.variables = variables;
    this.map = map;
  }

  /**
   * @param operations the part of that name
   * @param map the part of that name
   * @throws RefusedException if it can't be run, whatever the files are
   */
  static FormOperation of(byte[] operations, byte[] map, Documents documents, int maxFiles) {
    Envelope envelope = Envelope.read(operations);
    Map<String, @Nullable Object> variables = Envelope.exactVariables(operations);
    Operation operation = documents.operation(envelope.query(), envelope.operationName());
    if (operation.isSubscription()) {
      throw RefusedException.of(BAD_REQUEST, "Subscriptions don't come by multipart requests.");
    }
    documents.requireValid(envelope.query());
    FormMap files = new FormMap(map, variables, maxFiles);
    operation.variables().require(variables);
    if (!files.fits()) {
      throw RefusedException.of(BAD_USER_INPUT, "map points at what is no Upload.");
    }
    return new FormOperation(envelope, variables, files);
  }

  boolean hasFiles() {
    return !map.isEmpty();
  }

  /** Where the file of that name belongs. */
  List<FormMap.Place> take(String file) {
    return map.take(file);
  }

  /**
   * As if it had come as JSON.
   *
   * @throws RefusedException if a file has not come
   */
  byte[] toJson() {
    if (!map.isEmpty()) {
      throw RefusedException.of(BAD_REQUEST, "A file that map names did not come.");
    }
    return new Query(envelope.query(), envelope.operationName(), variables).toJson();
  }
}
