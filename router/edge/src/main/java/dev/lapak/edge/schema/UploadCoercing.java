package dev.lapak.edge.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;

/** An Upload is a file of a multipart request, and nothing that can be written in JSON. */
final class UploadCoercing implements Coercing<FileSlot, Object> {

  private static final String EXPECTED =
      "An Upload is a file of a multipart request, and null in its JSON.";

  @Override
  public FileSlot parseValue(Object input, GraphQLContext context, Locale locale) {
    if (input instanceof FileSlot slot) {
      slot.fit();
      return slot;
    }
    throw new CoercingParseValueException(EXPECTED);
  }

  @Override
  public FileSlot parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    throw new CoercingParseLiteralException(EXPECTED);
  }
}
