package dev.lapak.platform.scalar;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.stream.Stream;

/** The scalars that the contracts may use beside GraphQL's own. */
public final class Scalars {

  public static final List<GraphQLScalarType> ALL =
      Stream.of(
              GraphQLScalarType.newScalar()
                  .name("DateTime")
                  .specifiedByUrl(ExtendedScalars.DateTime.getSpecifiedByUrl())
                  .coercing(new DateTimeCoercing())
                  .build(),
              worded(
                  ExtendedScalars.Currency,
                  "A Currency is one of ISO 4217's codes in capitals, such as \"GBP\"."),
              ExtendedScalars.Json,
              GraphQLScalarType.newScalar().name("Decimal").coercing(new DecimalCoercing()).build())
          // The contract describes them.
          .map(scalar -> scalar.transform(builder -> builder.description(null)))
          .toList();

  private Scalars() {}

  private static GraphQLScalarType worded(GraphQLScalarType scalar, String expected) {
    return scalar.transform(
        builder -> builder.coercing(new WordedCoercing<>(scalar.getCoercing(), expected)));
  }
}
