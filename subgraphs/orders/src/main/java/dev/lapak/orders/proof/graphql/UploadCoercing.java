package dev.lapak.orders.proof.graphql;

import dev.lapak.orders.proof.LooseUpload;
import dev.lapak.platform.file.UploadException.Reason;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A file of a multipart request, as the edge says it: what it was answered when it sent the file
 * here, {@code {"id": …}} or {@code {"code": …, "message": …}}.
 */
final class UploadCoercing implements Coercing<LooseUpload, Object> {

  private static final String EXPECTED = "An Upload is a file of a multipart request.";

  @Override
  public LooseUpload parseValue(Object input, GraphQLContext context, Locale locale) {
    if (input instanceof Map<?, ?> map) {
      try {
        if (map.get("id") instanceof String id) {
          return new LooseUpload.Kept(UUID.fromString(id));
        }
        if (map.get("code") instanceof String code && map.get("message") instanceof String why) {
          return new LooseUpload.Refused(Reason.valueOf(code), why);
        }
      } catch (IllegalArgumentException e) {
        throw new CoercingParseValueException(EXPECTED, e);
      }
    }
    throw new CoercingParseValueException(EXPECTED);
  }

  @Override
  public LooseUpload parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    throw new CoercingParseLiteralException(EXPECTED);
  }
}
