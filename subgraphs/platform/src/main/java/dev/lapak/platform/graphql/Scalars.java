package dev.lapak.platform.graphql;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.regex.Pattern;

/** The scalars that the contracts may use beside GraphQL's own. */
final class Scalars {

  /** A string on the wire, since a JSON number is a float to most clients. */
  static final GraphQLScalarType DECIMAL =
      ExtendedScalars.newRegexScalar("Decimal")
          .addPattern(Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?"))
          .build();

  static final List<GraphQLScalarType> ALL =
      List.of(ExtendedScalars.DateTime, ExtendedScalars.Currency, DECIMAL);

  private Scalars() {}
}
