// Apollo Gateway, the stand-in where no Apollo Router binary is installed: the same contract as ../router.yaml.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { redact, requireOperation, tidy } from './errors.js';
import { createHttpServer } from './http.js';
import { limits } from './limits.js';
import { answerMetrics } from './metrics.js';
import { settings } from './settings.js';
import { Subgraph } from './subgraph.js';

const likeTheRouter = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, request }) => requireOperation(operation, request.operationName),
    willSendResponse: async ({ response, contextValue }) => tidy(response.body.singleResult, contextValue),
  }),
};

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(settings.supergraph, 'utf8'),
  buildService: ({ name }) => new Subgraph(settings.subgraphs[name], settings),
  queryPlannerConfig: { cache: new InMemoryLRUCache({ maxSize: 1024 }) },
});

const graphql = createHttpServer(
  () => server,
  async (headers) => ({ headers, deadline: AbortSignal.timeout(settings.timeout), answered: false }),
);

const server = new ApolloServer({
  gateway,
  introspection: true,
  persistedQueries: false,
  csrfPrevention: true,
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
  parseOptions: { maxTokens: limits.tokens },
  maxRecursiveSelections: limits.selections,
  formatError: redact,
  plugins: [
    likeTheRouter,
    ApolloServerPluginDrainHttpServer({ httpServer: graphql, stopGracePeriodMillis: 5_000 }),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ],
});

const health = createServer((_request, response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"UP"}'),
);
const metrics = createServer(answerMetrics);

async function listen(httpServer, { host, port }) {
  httpServer.listen(port, host);
  await once(httpServer, 'listening');
}

async function stop() {
  health.close();
  metrics.close();
  await server.stop();
  // What is open now is a connection to a subgraph, kept alive.
  process.exit(0);
}

try {
  await server.start();
  await listen(graphql, settings.listen);
  await listen(metrics, settings.metrics);
  await listen(health, settings.health);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
console.log(`Apollo Gateway at http://${settings.listen.host}:${settings.listen.port}/graphql`);
