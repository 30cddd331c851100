package dev.lapak.platform.graphql;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scalars that the contracts may use beside GraphQL's own. */
final class Scalars {

  /** A string on the wire, since a JSON number is a float to most clients. */
  static final GraphQLScalarType DECIMAL =
      ExtendedScalars.newRegexScalar("Decimal")
          .addPattern(Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?"))
          .build();

  static final List<GraphQLScalarType> ALL =
      Stream.of(ExtendedScalars.DateTime, ExtendedScalars.Currency, DECIMAL)
          // The contract describes them.
          .map(scalar -> scalar.transform(builder -> builder.description(null)))
          .toList();

  private Scalars() {}
}
