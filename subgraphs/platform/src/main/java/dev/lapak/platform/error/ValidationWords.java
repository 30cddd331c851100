package dev.lapak.platform.error;

import static graphql.validation.ValidationErrorType.SubscriptionIntrospectionRootField;
import static graphql.validation.ValidationErrorType.SubscriptionMultipleRootFields;

import graphql.validation.ValidationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What does not fit the schema, without graphql-java's names of its own classes. */
public final class ValidationWords {

  public static final String ONE_FIELD =
      "A subscription selects exactly one field, and on no condition.";

  /** Before each of its messages. */
  private static final Pattern HEAD =
      Pattern.compile("^Validation error(?: \\([^)]*\\))?\\s*:\\s*");

  private static final Pattern ARGUMENT =
      Pattern.compile(
          "argument '([^']*)' with value '.*' is not a valid '(\\w+)'(?: - (.*))?", Pattern.DOTALL);

  /** Whatever else is said of an argument, and then of no value. */
  private static final Pattern FORM =
      Pattern.compile(
          "argument '([^']*)' with value '.*' (must not be null|must be an object type"
              + "|is missing required fields '[\\w\\[\\], ]*'"
              + "|contains a field not in '\\w+': '\\w+')",
          Pattern.DOTALL);

  /** As it prints the document's values, and names their classes. */
  private static final Pattern PRINTED = Pattern.compile("[A-Z][A-Za-z]*Value\\{|\\bAST\\b");

  private ValidationWords() {}

  public static String of(ValidationError error) {
    if (error.getValidationErrorType() == SubscriptionMultipleRootFields
        || error.getValidationErrorType() == SubscriptionIntrospectionRootField) {
      return ONE_FIELD;
    }
    String message = HEAD.matcher(String.valueOf(error.getMessage())).replaceFirst("");
    Matcher argument = ARGUMENT.matcher(message);
    if (argument.matches()) {
      String start =
          "The argument '%s' is not a valid '%s'.".formatted(argument.group(1), argument.group(2));
      String reason = argument.group(3);
      return reason == null || PRINTED.matcher(reason).find() ? start : start + " " + reason;
    }
    Matcher form = FORM.matcher(message);
    if (form.matches()) {
      return "The argument '%s' %s.".formatted(form.group(1), form.group(2));
    }
    return PRINTED.matcher(message).find() ? "A value is not what its type allows." : message;
  }
}
