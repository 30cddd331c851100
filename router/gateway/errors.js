// What clients may see of an error: the same as ../errors.rhai lets through, whose comment says why, with the codes of
// Apollo Router where Apollo Server has others.
import { GraphQLError } from 'graphql';

/** Apollo Server's `formatError`: one error as clients see it; the cause is logged where it is hidden. */
export function redact(error) {
  const { message, path = [], locations, extensions: { code, serviceName } = {} } = error;
  const [shownCode, shownMessage = message] = shown(code, message);
  if (shownMessage !== message) console.error(`${shownCode}: ${JSON.stringify(error)}`);
  // "@" stands for every element of a list: an error about all of them is shown at the list.
  const shownPath = path.includes('@') ? path.slice(0, path.indexOf('@')) : path;
  return {
    message: shownMessage,
    ...(locations && !serviceName && { locations }),
    ...(shownPath.length && { path: shownPath }),
    extensions: { code: shownCode },
  };
}

/** An answer as clients see it: each error once, with the id of the trace if there is one, and nothing about what became null, which the errors have said. */
export function tidy(result, { answered, headers }) {
  delete result.extensions;
  if (!result.errors) return;
  const trace = traceOf(headers);
  const errors = result.errors.map((error) => ({ ...error, extensions: { ...error.extensions, ...trace } }));
  result.errors = [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
  if (!answered && 'data' in result) result.data = null;
}

/** The extension that names a request's trace; none where the request does not. */
export function traceOf(headers) {
  const [, id] = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(headers.get('traceparent')) ?? [];
  return id && { traceId: id };
}

/** Refuses what Apollo Gateway would fail at: an operation that is not there, and a subscription. */
export function requireOperation(operation, name) {
  if (!operation && name) throw refusal('GRAPHQL_UNKNOWN_OPERATION_NAME', `Unknown operation named "${name}"`);
  if (!operation) {
    const message = 'Must provide operation name if query contains multiple operations.';
    throw refusal('GRAPHQL_VALIDATION_FAILED', message);
  }
  if (operation.operation === 'subscription') throw refusal('SUBSCRIPTION_DISABLED', "Subscriptions are the edge's.");
}

const refusal = (code, message) => new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

function shown(code, message) {
  switch (code) {
    case 'SUBREQUEST_HTTP_ERROR':
      return ['SUBGRAPH_UNAVAILABLE', 'A part of the answer is not available right now.'];
    case 'GATEWAY_TIMEOUT':
      return ['TIMEOUT', 'A part of the answer took too long.'];
    case 'GRAPHQL_PARSE_FAILED':
      return ['PARSING_ERROR'];
    case 'BAD_REQUEST':
      return [badRequest(message)];
    case 'DOWNSTREAM_SERVICE_ERROR':
    case 'INTERNAL_SERVER_ERROR':
      return ['INTERNAL', 'Something went wrong on our side.'];
    default:
      return typeof code === 'string' ? [code] : ['INTERNAL', 'Something went wrong on our side.'];
  }
}

function badRequest(message) {
  if (message.includes('Cross-Site Request Forgery')) return 'CSRF_ERROR';
  if (message.includes('non-empty `query`')) return 'MISSING_QUERY_STRING';
  return 'INVALID_GRAPHQL_REQUEST';
}
