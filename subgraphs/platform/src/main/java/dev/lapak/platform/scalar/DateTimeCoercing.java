package dev.lapak.platform.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** RFC 3339, as the contracts say: the ISO 8601 of Java knows more years than PostgreSQL does. */
final class DateTimeCoercing implements Coercing<OffsetDateTime, String> {

  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})",
          Pattern.CASE_INSENSITIVE);
  private static final String EXPECTED =
      "A DateTime is an instant with its offset by RFC 3339, such as \"2026-01-31T12:00:00Z\","
          + " of the years 0001 to 9999 in UTC.";

  private final Coercing<?, String> writing = writing();

  @Override
  public String serialize(Object result, GraphQLContext context, Locale locale) {
    return Objects.requireNonNull(writing.serialize(result, context, locale));
  }

  @Override
  public OffsetDateTime parseValue(Object input, GraphQLContext context, Locale locale) {
    return read(input instanceof String text ? text : null)
        .orElseThrow(() -> new CoercingParseValueException(EXPECTED));
  }

  @Override
  public OffsetDateTime parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    return read(input instanceof StringValue text ? text.getValue() : null)
        .orElseThrow(() -> new CoercingParseLiteralException(EXPECTED));
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return StringValue.of(serialize(input, context, locale));
  }

  private static Optional<OffsetDateTime> read(@Nullable String text) {
    return text == null || !FORM.matcher(text).matches()
        ? Optional.empty()
        : StoredTime.parse(text);
  }

  @SuppressWarnings("unchecked")
  private static Coercing<?, String> writing() {
    return (Coercing<?, String>) ExtendedScalars.DateTime.getCoercing();
  }
}
