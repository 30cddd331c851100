package dev.lapak.edge.document;

import graphql.language.OperationDefinition;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a document.
 *
 * @param name null if it has none
 * @param depth how many fields deep it is, fragments unfolded
 * @param variables those that are to be judged before it is run
 */
public record Operation(
    @Nullable String name, OperationDefinition.Operation kind, int depth, Variables variables) {

  public boolean isSubscription() {
    return kind == OperationDefinition.Operation.SUBSCRIPTION;
  }
}
