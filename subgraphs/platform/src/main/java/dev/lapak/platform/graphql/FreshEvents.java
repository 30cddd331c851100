package dev.lapak.platform.graphql;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

/**
 * Resolves each event of a subscription anew: all of them share one operation's data loaders, which
 * would answer what they read for the first event.
 */
final class FreshEvents extends SimplePerformantInstrumentation {

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
      InstrumentationFieldParameters event, @Nullable InstrumentationState operation) {
    event
        .getExecutionContext()
        .getDataLoaderRegistry()
        .getDataLoaders()
        .forEach(DataLoader::clearAll);
    return super.beginSubscribedFieldEvent(event, operation);
  }
}
