package dev.lapak.inventory.availability.graphql;

import dev.lapak.inventory.availability.Availability;
import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.Objects;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/**
 * {@code Availability.inStock}. Each product of a list asks it, and nothing has to be read for it:
 * a controller's method would cost more than the rest of the product.
 */
@Component
final class InStock implements TrivialDataFetcher<Boolean>, RuntimeWiringConfigurer {

  @Override
  public void configure(RuntimeWiring.Builder wiring) {
    wiring.type("Availability", type -> type.dataFetcher("inStock", this));
  }

  @Override
  public Boolean get(DataFetchingEnvironment field) {
    Availability availability = Objects.requireNonNull(field.getSource());
    Integer quantity = Objects.requireNonNull(field.getArgument("quantity"));
    return availability.inStock(quantity);
  }
}
