package dev.lapak.platform.graphql;

import graphql.ExecutionInput;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.graphql.observation.GraphQlObservationInstrumentation;

/**
 * Observes operations as a whole. To observe each field as well, as Spring does, costs a list of 20
 * products more than to read it.
 */
final class OperationObservation extends GraphQlObservationInstrumentation {

  OperationObservation(ObservationRegistry registry) {
    super(registry);
  }

  @Override
  public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher,
      InstrumentationFieldFetchParameters field,
      InstrumentationState operation) {
    return fetcher;
  }

  @Override
  public ExecutionInput instrumentExecutionInput(
      ExecutionInput input,
      InstrumentationExecutionParameters parameters,
      InstrumentationState operation) {
    return input;
  }
}
