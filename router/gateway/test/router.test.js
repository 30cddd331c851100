// What the rest of the house relies on: the same for the stand-in and, if APOLLO_ROUTER is set, Apollo Router itself.
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, afterEach, before, describe, test } from 'node:test';
import { getIntrospectionQuery } from 'graphql';
import { Engine, engines } from './engines.js';
import { startSubgraphs } from './subgraphs.js';

const list = { query: '{ products(first: 2) { edges { node { id availability { total } } } } }' };
const withStock = (...totals) => ({
  products: {
    edges: totals.map((total, i) => ({ node: { id: `p${i}`, availability: total === null ? null : { total } } })),
  },
});
const unavailable = (path) => ({
  message: 'A part of the answer is not available right now.',
  ...(path && { path }),
  extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
});
/** The trace is the client's or one that begins here, which is tested by itself. */
const untraced = (errors) =>
  errors.map(({ extensions: { traceId: _, ...extensions }, ...error }) => ({ ...error, extensions }));
const json = (status, body) => (response) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
/** The body of a request for a product by what is JSON for its id. */
const product = (id) => `{"query":"query ($id: ID!) { product(id: $id) { id } }","variables":{"id":${id}}}`;
const nested = (depth) => `{ ${'a { '.repeat(depth - 1)}b ${'}'.repeat(depth - 1)} }`;
const checkout = (lines) => `mutation {
  checkout(
    input: {
      idempotencyKey: "k"
      lines: [
${lines.map((i) => `        { productId: "0190f5fe-7c00-7a00-8abc-${i}", quantity: ${i} }`).join(',\n')}
      ]
    }
  ) {
    errors { available }
  }
}`;

for (const [name, command] of Object.entries(engines)) {
  describe(name, () => {
    let subgraphs;
    let engine;

    before(async () => {
      subgraphs = await startSubgraphs();
      engine = await Engine.start(command, subgraphs, { LAPAK_SUBGRAPH_TIMEOUT: '3s' });
    });
    afterEach(() => {
      for (const subgraph of Object.values(subgraphs)) subgraph.reset();
    });
    after(async () => {
      const code = await engine?.stop();
      await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.stop()));
      equal(code, 0, 'stops cleanly');
    });

    const codes = ({ errors }) => [...new Set(errors.map(({ extensions }) => extensions.code))];

    describe('asks subgraphs', () => {
      test('for a list with stock twice, whatever its length', async () => {
        deepEqual((await engine.post(list)).data, withStock(7, 7));
        await engine.post({ query: list.query.replace('2', '100') });
        equal(subgraphs.products.requests.length, 2);
        equal(subgraphs.inventory.requests.length, 2);
      });

      test('with the authorization, the trace and its own proof, and nothing else of the client', async () => {
        await engine.post(list, {
          authorization: 'Bearer token',
          traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
          tracestate: 'a=b',
          'lapak-caller': 'orders:forged',
          cookie: 'session=1',
          'x-forwarded-for': '10.0.0.1',
        });
        for (const { requests } of [subgraphs.products, subgraphs.inventory]) {
          const { headers } = requests[0];
          equal(headers.authorization, 'Bearer token');
          match(headers.traceparent, /^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
          equal(headers.tracestate, 'a=b');
          equal(headers['lapak-caller'], 'router:the-router');
          equal(headers.cookie, undefined);
          equal(headers['x-forwarded-for'], undefined);
        }
      });

      test('without an authorization where the client gave none', async () => {
        await engine.post({ query: '{ me { id } }' });
        equal(subgraphs.users.requests[0].headers.authorization, undefined);
      });
    });

    describe('answers, when a subgraph', () => {
      test('has an error with a code: its message, path and code only', async () => {
        const { status, data, errors, extensions } = await engine.post({
          query: '{ product(id: "forbidden") { id } me { id } }',
        });
        equal(status, 200);
        deepEqual(data, { product: null, me: { id: 'u1' } });
        deepEqual(untraced(errors), [{ message: 'For sellers.', path: ['product'], extensions: { code: 'FORBIDDEN' } }]);
        equal(extensions, undefined);
      });

      test('has an error where null may not be: the error once, and no other words about it', async () => {
        const { data, errors, extensions } = await engine.post({
          query: 'mutation { createWarehouse(input: { name: "Main" }) { warehouse { id } } }',
        });
        equal(data, null);
        deepEqual(untraced(errors), [{ message: 'For sellers.', path: ['createWarehouse'], extensions: { code: 'FORBIDDEN' } }]);
        equal(extensions, undefined);
      });

      test('has an error without a code: nothing of it, but its log has it', async () => {
        const { data, errors } = await engine.post({ query: '{ product(id: "crash") { id } me { id } }' });
        deepEqual(data, { product: null, me: { id: 'u1' } });
        const internal = {
          message: 'Something went wrong on our side.',
          path: ['product'],
          extensions: { code: 'INTERNAL' },
        };
        deepEqual(untraced(errors), [internal]);
        match(engine.log, /NullPointerException/);
      });

      test('has an error: it and the log of what is hidden say the trace', async () => {
        const id = randomBytes(16).toString('hex');
        const trace = { traceparent: `00-${id}-b7ad6b7169203331-00` };
        const { errors } = await engine.post({ query: '{ product(id: "crash") { id } warehouses { id } }' }, trace);
        deepEqual(
          errors.map(({ extensions }) => extensions).sort((a, b) => a.code.localeCompare(b.code)),
          ['FORBIDDEN', 'INTERNAL'].map((code) => ({ code, traceId: id })),
        );
        ok(engine.log.split('\n').some((line) => line.includes('NullPointerException') && line.includes(id)));
        await subgraphs.inventory.stop();
        const down = await engine.post(list, trace);
        await subgraphs.inventory.start();
        deepEqual(down.errors[0].extensions, { code: 'SUBGRAPH_UNAVAILABLE', traceId: id });
      });

      test('has an error about one of a list: its path', async () => {
        subgraphs.inventory.instead = json(200, {
          data: { _entities: [{ availability: null }, { availability: { total: 3 } }] },
          errors: [{ message: 'No.', path: ['_entities', 0, 'availability'], extensions: { code: 'INTERNAL' } }],
        });
        const { data, errors } = await engine.post(list);
        deepEqual(data, withStock(null, 3));
        const path = ['products', 'edges', 0, 'node', 'availability'];
        deepEqual(untraced(errors), [{ message: 'No.', path, extensions: { code: 'INTERNAL' } }]);
      });

      test('is down: the rest, and one error for a list', async () => {
        await subgraphs.inventory.stop();
        const { status, data, errors } = await engine.post(list);
        await subgraphs.inventory.start();
        equal(status, 200);
        deepEqual(data, withStock(null, null));
        deepEqual(untraced(errors), [unavailable(['products', 'edges'])]);
        match(engine.log, /inventory/);
      });

      test('is down at the root: the rest', async () => {
        await subgraphs.products.stop();
        const { data, errors } = await engine.post({ query: '{ product(id: "p1") { id } me { id } }' });
        const alone = await engine.post({ query: '{ product(id: "p1") { id } }' });
        await subgraphs.products.start();
        deepEqual(data, { product: null, me: { id: 'u1' } });
        deepEqual(untraced(errors), [unavailable()]);
        equal(alone.data, null);
        deepEqual(untraced(alone.errors), [unavailable()]);
      });

      test('is up again: everything', async () => {
        await subgraphs.inventory.stop();
        await engine.post(list);
        await subgraphs.inventory.start();
        deepEqual((await engine.post(list)).data, withStock(7, 7));
      });

      test('is slow: the rest, after its time is over', async () => {
        subgraphs.inventory.instead = () => {};
        const { status, data, errors } = await engine.post(list);
        equal(status, 200);
        deepEqual(data, withStock(null, null));
        const message = 'A part of the answer took too long.';
        deepEqual(untraced(errors), [{ message, path: ['products', 'edges'], extensions: { code: 'TIMEOUT' } }]);
      });

      const nonsense = {
        HTML: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>nginx at 10.0.0.7</h1>'),
        'half of its JSON': (response) =>
          response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":'),
        'a list': json(200, []),
        'a redirection': (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
        'status 503': (response) => response.writeHead(503, { 'content-type': 'text/plain' }).end('pool at 10.0.0.7'),
        'a closed connection': (response) => response.destroy(),
      };
      for (const [what, instead] of Object.entries(nonsense)) {
        test(`answers ${what}: the rest, and nothing of it`, async () => {
          subgraphs.inventory.instead = instead;
          const { data, errors } = await engine.post(list);
          deepEqual(data, withStock(null, null));
          deepEqual(untraced(errors), [unavailable(['products', 'edges'])]);
        });
      }

      test('refuses with a status and says why in GraphQL: that, once', async () => {
        const refuse = json(401, { errors: [{ message: 'Expired.', extensions: { code: 'TOKEN_EXPIRED' } }] });
        subgraphs.inventory.instead = refuse;
        const { data, errors } = await engine.post(list);
        deepEqual(data, withStock(null, null));
        const expired = { message: 'Expired.', extensions: { code: 'TOKEN_EXPIRED' } };
        deepEqual(untraced(errors), [{ ...expired, path: ['products', 'edges'] }]);

        for (const { name } of [subgraphs.products, subgraphs.users]) subgraphs[name].instead = refuse;
        const both = await engine.post({ query: '{ product(id: "p1") { id } me { id } }' });
        equal(both.data, null);
        deepEqual(untraced(both.errors), [expired]);
      });
    });

    describe('refuses', () => {
      const refused = [
        ['a syntax error', { query: '{ products( ' }, 400, 'PARSING_ERROR'],
        ['an unknown field', { query: '{ productz }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
        [
          'a field for subgraphs only',
          { query: '{ productOwners(ids: []) { id } }' },
          400,
          'GRAPHQL_VALIDATION_FAILED',
        ],
        [
          'an unknown operation name',
          { query: 'query A { me { id } }', operationName: 'B' },
          400,
          'GRAPHQL_UNKNOWN_OPERATION_NAME',
        ],
        [
          'a missing operation name',
          { query: 'query A { me { id } } query B { me { id } }' },
          400,
          'GRAPHQL_VALIDATION_FAILED',
        ],
        [
          'a subscription',
          { query: 'subscription { orderEvents(scope: MINE) { cursor } }' },
          [400, 406],
          ['SUBSCRIPTION_DISABLED', 'SUBSCRIPTION_BAD_HEADER'],
        ],
        [
          'a missing variable',
          { query: 'query ($n: Int!) { products(first: $n) { totalCount } }' },
          400,
          'BAD_USER_INPUT',
        ],
        [
          'a variable of a wrong type',
          { query: 'query ($n: Int!) { products(first: $n) { totalCount } }', variables: { n: 'x' } },
          400,
          'BAD_USER_INPUT',
        ],
        ['no query', {}, 400, ['MISSING_QUERY_STRING', 'INVALID_GRAPHQL_REQUEST']],
        ['an empty query', { query: '' }, 400, 'MISSING_QUERY_STRING'],
        ['what is not JSON', '{', 400, 'INVALID_GRAPHQL_REQUEST'],
        ['what begins with a byte order mark', '\uFEFF{"query":"{ me { id } }"}', 400, 'INVALID_GRAPHQL_REQUEST'],
        ['half of a surrogate pair', product('"\\ud800"'), 400, 'INVALID_GRAPHQL_REQUEST'],
        ['the other half', product('"\\udc00"'), 400, 'INVALID_GRAPHQL_REQUEST'],
        ['half of one in a name', product('{"\\ud800": 1}'), 400, 'INVALID_GRAPHQL_REQUEST'],
        ['a number that is too large', product('1e400'), 400, 'INVALID_GRAPHQL_REQUEST'],
        ['one that is too small', product('-1e400'), 400, 'INVALID_GRAPHQL_REQUEST'],
        ['a batch', [{ query: '{ me { id } }' }], 400, ['BATCHING_NOT_ENABLED', 'INVALID_GRAPHQL_REQUEST']],
        ['what is 101 deep', { query: nested(101) }, 400, 'PARSING_ERROR'],
        ['what is 500 deep', { query: nested(500) }, 400, 'PARSING_ERROR'],
        ['what is 100,000 deep', { query: nested(100_000) }, 400, 'PARSING_ERROR'],
        ['too many tokens', { query: `{ ${'me { id } '.repeat(9_000)} }` }, 400, 'PARSING_ERROR'],
        ['a body over 1 MB', { query: `{ me { id } } #${' '.repeat(1_000_000)}` }, 413, 'INVALID_GRAPHQL_REQUEST'],
      ];
      for (const [what, request, status, code] of refused) {
        test(what, async () => {
          const answer = await engine.post(request);
          ok([status].flat().includes(answer.status), `${answer.status}`);
          ok(
            codes(answer).every((given) => [code].flat().includes(given)),
            `${codes(answer)}`,
          );
          doesNotMatch(JSON.stringify(answer), /stacktrace|node_modules|127\.0\.0\.1/);
        });
      }

      test('fragments that grow without bounds', async () => {
        const spread = (i) => `fragment f${i} on Query { ${`...f${i + 1} `.repeat(4)} }`;
        const fragments = Array.from({ length: 11 }, (_, i) => spread(i)).join(' ');
        const answer = await engine.post({ query: `{ ...f0 } ${fragments} fragment f11 on Query { me { id } }` });
        equal(answer.status, 400);
        deepEqual(codes(answer), ['GRAPHQL_VALIDATION_FAILED']);
      });

      test('what a page of another origin could send without asking', async () => {
        deepEqual(codes(await engine.post({ query: '{ me { id } }' }, { 'content-type': 'text/plain' })), [
          'CSRF_ERROR',
        ]);
        const simple = await fetch(`${engine.url}?query={me{id}}`);
        equal(simple.status, 400);
        deepEqual(codes(await simple.json()), ['CSRF_ERROR']);
      });

      test('to let a page of another origin read', async () => {
        const { headers } = await engine.post({ query: '{ me { id } }' }, { origin: 'http://evil.example' });
        equal(headers.get('access-control-allow-origin'), null);
      });
    });

    describe('takes', () => {
      test('a checkout of 1,000 lines, written out', async () => {
        const lines = Array.from({ length: 1_000 }, (_, i) => 100_000_000_000 + i);
        const query = checkout(lines).replaceAll(/quantity: \d+/g, 'quantity: 7');
        const { data, errors } = await engine.post({ query });
        equal(errors, undefined);
        deepEqual(data.checkout.errors, [{ available: 1_000 }]);
      });

      test('a checkout of 1,000 lines, as variables', async () => {
        const query = 'mutation ($input: CheckoutInput!) { checkout(input: $input) { errors { available } } }';
        const lines = Array.from({ length: 1_000 }, (_, i) => ({ productId: `p${i}`, quantity: 1 }));
        const { data } = await engine.post({ query, variables: { input: { idempotencyKey: 'k', lines } } });
        deepEqual(data.checkout.errors, [{ available: 1_000 }]);
      });

      test('what is 100 deep: it is parsed, and refused for its fields', async () => {
        deepEqual(codes(await engine.post({ query: nested(100) })), ['GRAPHQL_VALIDATION_FAILED']);
      });

      test('a body just under 1 MB', async () => {
        const { data } = await engine.post({ query: `{ me { id } } #${' '.repeat(999_000)}` });
        deepEqual(data, { me: { id: 'u1' } });
      });

      test('the introspection of GraphiQL, without what is for subgraphs only', async () => {
        const { data, errors } = await engine.post({ query: getIntrospectionQuery() });
        equal(errors, undefined);
        const query = data.__schema.types.find(({ name }) => name === 'Query');
        deepEqual(query.fields.map(({ name }) => name).includes('productOwners'), false);
      });

      test('a query by GET from a client that says so', async () => {
        const answer = await fetch(`${engine.url}?query={me{id}}`, { headers: { 'apollo-require-preflight': 'true' } });
        deepEqual(await answer.json(), { data: { me: { id: 'u1' } } });
      });
    });

    test('tells Prometheus how long requests took', async () => {
      await engine.post(list);
      const text = await (await fetch(engine.metrics)).text();
      match(text, /^http_server_request_duration_seconds_count\{.*http_response_status_code="200".*\} [1-9]/m);
    });

    test('has no page of its own', async () => {
      const page = await fetch(new URL('/', engine.url), { headers: { accept: 'text/html' } });
      equal(page.status, 404);
    });
  });
}
