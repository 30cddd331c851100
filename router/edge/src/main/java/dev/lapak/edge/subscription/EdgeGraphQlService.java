package dev.lapak.edge.subscription;

import static dev.lapak.platform.error.RequestErrorCode.TOKEN_EXPIRED;

import dev.lapak.edge.document.Documents;
import dev.lapak.edge.document.Operation;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.plan.Plan;
import dev.lapak.edge.plan.Planner;
import dev.lapak.edge.plan.Query;
import dev.lapak.edge.router.Router;
import dev.lapak.edge.visitor.Visitor;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import java.time.Clock;
import java.util.Objects;
import org.springframework.graphql.ExecutionGraphQlRequest;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs the operations that come over open connections, for Spring's own handlers. Whatever the
 * operation, its answer is a stream, and a refusal the stream's error: that is how these handlers
 * say it as their protocols want it said.
 */
final class EdgeGraphQlService implements ExecutionGraphQlService {

  private final Documents documents;
  private final Planner planner;
  private final Router router;
  private final SubgraphStreams streams;
  private final Completion completion;
  private final Slots slots;
  private final int lookups;
  private final Clock clock;

  EdgeGraphQlService(
      Documents documents,
      Planner planner,
      Router router,
      SubgraphStreams streams,
      Completion completion,
      Slots slots,
      int lookups,
      Clock clock) {
    this.documents = documents;
    this.planner = planner;
    this.router = router;
    this.streams = streams;
    this.completion = completion;
    this.slots = slots;
    this.lookups = lookups;
    this.clock = clock;
  }

  @Override
  public Mono<ExecutionGraphQlResponse> execute(ExecutionGraphQlRequest request) {
    ExecutionInput input = request.toExecutionInput();
    Visitor visitor = Objects.requireNonNull(input.getGraphQLContext().get(Visitor.KEY));
    Slots share = input.getGraphQLContext().getOrDefault(Slots.KEY, slots);
    Beginning beginning = input.getGraphQLContext().getOrDefault(Beginning.KEY, new Beginning());
    Flux<ExecutionResult> answers =
        Flux.using(share::take, taken -> run(request, visitor, beginning), Slots::release)
            .onErrorMap(failure -> Answers.end(failure, visitor.trace()))
            .cast(ExecutionResult.class);
    return Mono.just(
        new DefaultExecutionGraphQlResponse(
            input, ExecutionResult.newExecutionResult().data(answers).build()));
  }

  private Flux<LiveAnswer> run(
      ExecutionGraphQlRequest request, Visitor visitor, Beginning beginning) {
    Query query =
        new Query(request.getDocument(), request.getOperationName(), request.getVariables());
    Operation operation = documents.operation(query.document(), query.operationName());
    operation.variables().require(query.variables());
    return operation.isSubscription()
        ? subscribe(query, visitor, beginning)
        : router
            .ask(query.toJson(), visitor)
            .map(answer -> Answers.result(answer, visitor.trace()))
            .flux();
  }

  private Flux<LiveAnswer> subscribe(Query query, Visitor visitor, Beginning beginning) {
    Plan plan = planner.plan(documents.parse(query.document()), query);
    return streams
        .open(plan.subgraph(), plan.query(), visitor, beginning)
        .flatMapSequential(event -> completion.complete(event, plan, visitor), lookups, 1)
        .takeUntilOther(
            visitor
                .expiry(clock)
                .then(
                    Mono.error(
                        () ->
                            RefusedException.of(TOKEN_EXPIRED, "The access token has expired."))));
  }
}
