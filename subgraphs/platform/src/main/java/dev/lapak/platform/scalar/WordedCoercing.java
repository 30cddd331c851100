package dev.lapak.platform.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;

/** Another one's coercing, which says what it expects in words for clients. */
final class WordedCoercing<I, O> implements Coercing<I, O> {

  private final Coercing<I, O> coercing;
  private final String expected;

  WordedCoercing(Coercing<I, O> coercing, String expected) {
    this.coercing = coercing;
    this.expected = expected;
  }

  @Override
  public O serialize(Object result, GraphQLContext context, Locale locale) {
    return coercing.serialize(result, context, locale);
  }

  @Override
  public I parseValue(Object input, GraphQLContext context, Locale locale) {
    try {
      return coercing.parseValue(input, context, locale);
    } catch (CoercingParseValueException e) {
      throw new CoercingParseValueException(expected, e);
    }
  }

  @Override
  public I parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    try {
      return coercing.parseLiteral(input, variables, context, locale);
    } catch (CoercingParseLiteralException e) {
      throw new CoercingParseLiteralException(expected, e);
    }
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return coercing.valueToLiteral(input, context, locale);
  }
}
