// What the stand-in is told by its surroundings: the same command line and environment variables as router.yaml reads.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const env = process.env;
const required = (name) => env[name] ?? fail(`${name} is not set`);

const { values } = parseArgs({
  options: {
    supergraph: { type: 'string', default: fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url)) },
  },
});

export const settings = {
  supergraph: values.supergraph,
  listen: address(env.LAPAK_ROUTER_LISTEN ?? '127.0.0.1:4001'),
  health: address(env.LAPAK_ROUTER_HEALTH_LISTEN ?? '127.0.0.1:4088'),
  metrics: address(env.LAPAK_ROUTER_METRICS_LISTEN ?? '127.0.0.1:4090'),
  caller: `router:${required('LAPAK_ROUTER_SECRET')}`,
  subgraphs: {
    users: env.LAPAK_USERS_URL ?? 'http://127.0.0.1:4101/graphql',
    products: env.LAPAK_PRODUCTS_URL ?? 'http://127.0.0.1:4102/graphql',
    inventory: env.LAPAK_INVENTORY_URL ?? 'http://127.0.0.1:4103/graphql',
    orders: env.LAPAK_ORDERS_URL ?? 'http://127.0.0.1:4104/graphql',
  },
  timeout: milliseconds(env.LAPAK_ROUTER_TIMEOUT ?? '30s'),
  subgraphTimeout: milliseconds(env.LAPAK_SUBGRAPH_TIMEOUT ?? '10s'),
};

function address(text) {
  const [, host, port] = /^(.*):(\d+)$/.exec(text) ?? fail(`"${text}" is not host:port`);
  return { host, port: Number(port) };
}

function milliseconds(text) {
  const [, number, unit] = /^(\d+)(ms|s)$/.exec(text) ?? fail(`"${text}" is not a time such as 500ms or 30s`);
  return number * (unit === 's' ? 1000 : 1);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
