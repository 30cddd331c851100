// The four subgraphs as small servers: the real contracts through @apollo/subgraph, with a few canned products.
// Each records the requests that it gets, and can be told to misbehave.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, GraphQLError, parse } from 'graphql';

const failures = {
  forbidden: () => new GraphQLError('For sellers.', { extensions: { code: 'FORBIDDEN', classification: 'secret' } }),
  crash: () => new Error('NullPointerException at com.example.Secret:42'),
};
const product = (id) => ({
  id,
  sku: `SKU-${id}`,
  title: `Product ${id}`,
  price: { amount: '2.55', currency: 'GBP' },
  seller: { id: 's1' },
  tags: [],
});

const resolvers = {
  users: {
    Query: { me: () => ({ id: 'u1', name: 'Ani' }) },
    Seller: { __resolveReference: ({ id }) => ({ id, name: `Seller ${id}` }) },
  },
  products: {
    Query: {
      product: (_, { id }) => {
        if (failures[id]) throw failures[id]();
        return id === 'unknown' ? null : product(id);
      },
      products: (_, { first }) => ({
        edges: Array.from({ length: first }, (_, i) => ({ cursor: `c${i}`, node: product(`p${i}`) })),
        pageInfo: { hasPreviousPage: false, hasNextPage: true },
        totalCount: 2690,
      }),
    },
  },
  inventory: {
    Query: {
      warehouses: () => {
        throw failures.forbidden();
      },
    },
    Mutation: {
      createWarehouse: () => {
        throw failures.forbidden();
      },
    },
    Product: { __resolveReference: ({ id }) => ({ id, availability: { total: 7 } }) },
    Availability: { inStock: ({ total }, { quantity }) => quantity <= total },
  },
  orders: {
    Mutation: {
      checkout: (_, { input }) => ({
        purchase: null,
        replayed: false,
        errors: [{ code: 'OUT_OF_STOCK', message: 'Too few.', path: ['lines'], available: input.lines.length }],
      }),
    },
  },
};

class Subgraph {
  requests = [];
  /** Answers instead of the schema, if set: `(response) => …`. */
  instead = null;
  #server;

  constructor(name) {
    this.name = name;
    const sdl = readFileSync(new URL(`../../../schema/${name}.graphqls`, import.meta.url), 'utf8');
    this.schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers[name] });
  }

  get url() {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  async start() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    await new Promise((resolve) => this.#server.listen(this.port ?? 0, '127.0.0.1', resolve));
    this.port = this.#server.address().port;
  }

  async stop() {
    const stopped = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await stopped;
  }

  /** Forgets what was asked, and answers by the schema. */
  reset() {
    this.requests = [];
    this.instead = null;
  }

  async #answer(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks));
    this.requests.push({ headers: request.headers, body });
    if (this.instead) return this.instead(response);
    const { query, variables, operationName } = body;
    const result = await graphql({ schema: this.schema, source: query, variableValues: variables, operationName });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  }
}

export async function startSubgraphs() {
  const subgraphs = Object.fromEntries(Object.keys(resolvers).map((name) => [name, new Subgraph(name)]));
  await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.start()));
  return subgraphs;
}
