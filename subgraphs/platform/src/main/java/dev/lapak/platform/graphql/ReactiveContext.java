package dev.lapak.platform.graphql;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;
import org.springframework.graphql.execution.GraphQlContextAccessor;
import reactor.util.context.ReactorContextAccessor;

/**
 * Hands Reactor's context on to resolvers, and no thread locals: nothing here reads any, and to set
 * and clear them around each field costs a list of 20 products more than its JSON.
 */
final class ReactiveContext {

  private ReactiveContext() {}

  static ContextSnapshotFactory snapshots() {
    ContextRegistry registry =
        new ContextRegistry()
            .registerContextAccessor(new ReactorContextAccessor())
            .registerContextAccessor(new GraphQlContextAccessor());
    return ContextSnapshotFactory.builder().contextRegistry(registry).build();
  }
}
