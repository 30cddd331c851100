// HTTP for Apollo Server: one path, JSON bodies of bounded size.
import { createServer } from 'node:http';
import { HeaderMap } from '@apollo/server';
import bodyParser from 'body-parser';
import { redact } from './errors.js';
import { limits, tooDeep } from './limits.js';
import { measure } from './metrics.js';

const readBody = bodyParser.json({ limit: limits.bytes, strict: false, verify: refuseByteOrderMark, reviver: exactly });

/** `server` is a function, since Apollo Server wants to know the HTTP server when it is made. */
export function createHttpServer(server, context) {
  return createServer((request, response) => {
    measure(response);
    const { pathname, search, searchParams } = new URL(request.url, 'http://router');
    if (pathname !== '/graphql') return response.writeHead(404).end();
    readBody(request, response, (error) => {
      if (error) return refuse(response, error.status, 'INVALID_GRAPHQL_REQUEST', reasons[error.type]);
      if (tooDeep(String(request.body?.query ?? searchParams.get('query')))) {
        return refuse(response, 400, 'PARSING_ERROR', 'parser recursion limit reached');
      }
      answer(server(), request, search, context).then(
        ({ status = 200, headers, body }) => response.writeHead(status, Object.fromEntries(headers)).end(body.string),
        ({ message }) => refuse(response, 500, 'INTERNAL_SERVER_ERROR', message),
      );
    });
  });
}

/** Apollo Router takes JSON only as its standard has it. */
function refuseByteOrderMark(_request, _response, body) {
  if (body.subarray(0, 3).equals(byteOrderMark)) throw Object.assign(new Error('byte order mark'), { status: 400 });
}

const byteOrderMark = Buffer.from('\uFEFF');

/** Nor does it take what it can't say again: halves of surrogate pairs, and numbers larger than a double. */
function exactly(name, value) {
  if (!name.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) throw new SyntaxError('lone surrogate');
  if (value === Infinity || value === -Infinity) throw new SyntaxError('number out of range');
  return value;
}

const reasons = { 'entity.too.large': 'Request body payload too large' };

function answer(server, request, search, context) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, [value].flat().join(', '));
  return server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers, search, body: request.body },
    context: () => context(headers),
  });
}

function refuse(response, status, code, message = 'Invalid GraphQL request') {
  const errors = [redact({ message, extensions: { code } })];
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ errors }));
}
