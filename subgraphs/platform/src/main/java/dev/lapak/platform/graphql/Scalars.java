package dev.lapak.platform.graphql;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.stream.Stream;

/** The scalars that the contracts may use beside GraphQL's own. */
final class Scalars {

  static final List<GraphQLScalarType> ALL =
      Stream.of(
              ExtendedScalars.DateTime,
              ExtendedScalars.Currency,
              GraphQLScalarType.newScalar().name("Decimal").coercing(new DecimalCoercing()).build())
          // The contract describes them.
          .map(scalar -> scalar.transform(builder -> builder.description(null)))
          .toList();

  private Scalars() {}
}
