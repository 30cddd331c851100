package dev.lapak.platform.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** A string on the wire, both ways: a JSON number is a float to most who read it. */
final class DecimalCoercing implements Coercing<BigDecimal, String> {

  private static final Pattern FORM = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");
  private static final String EXPECTED =
      "A Decimal is a string of at most 15 digits before and 4 after the point, such as \"2.55\".";

  @Override
  public String serialize(Object result, GraphQLContext context, Locale locale) {
    if (result instanceof BigDecimal amount) {
      return amount.toPlainString();
    }
    throw new CoercingSerializeException("Not a BigDecimal: " + result.getClass());
  }

  @Override
  public BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
    if (input instanceof String text && FORM.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    throw new CoercingParseValueException(EXPECTED);
  }

  @Override
  public BigDecimal parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    if (input instanceof StringValue text && FORM.matcher(text.getValue()).matches()) {
      return new BigDecimal(text.getValue());
    }
    throw new CoercingParseLiteralException(EXPECTED);
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return StringValue.of(serialize(input, context, locale));
  }
}
