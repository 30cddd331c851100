package dev.lapak.edge.error;

import graphql.GraphQLException;
import java.util.regex.Pattern;

/** What is wrong with a variable, without graphql-java's names of what it does. */
final class VariableWords {

  /** As it says of a variable that is null itself. */
  private static final Pattern TWICE =
      Pattern.compile("^(Variable '\\w+') has an invalid value: (?=\\1)");

  private VariableWords() {}

  static String of(GraphQLException failure) {
    return TWICE
        .matcher(String.valueOf(failure.getMessage()))
        .replaceFirst("")
        .replace("has coerced Null value for NonNull type", "is null, which is no")
        .replace("Coerced Null value for NonNull type", "null is no")
        .strip();
  }
}
