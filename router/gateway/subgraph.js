// A subgraph, as the stand-in calls it: what is passed on, how long it may take, and what is said when it fails.

import { traceOf } from './errors.js';

const passedOn = ['authorization', 'traceparent', 'tracestate'];

export class Subgraph {
  #url;
  #caller;
  #timeout;

  constructor(url, { caller, subgraphTimeout }) {
    this.#url = url;
    this.#caller = caller;
    this.#timeout = subgraphTimeout;
  }

  async process({ request: { query, operationName, variables }, context }) {
    try {
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: this.#headers(context.headers),
        body: JSON.stringify({ query, operationName, variables }),
        redirect: 'error',
        signal: AbortSignal.any([context.deadline, AbortSignal.timeout(this.#timeout)]),
      });
      const { data = null, errors } = await read(response);
      context.answered ||= data !== null;
      // An error without a path is about all that was asked of this subgraph.
      return { data, errors: errors?.map((error) => traced({ ...error, path: error.path ?? [] }, context)) };
    } catch (error) {
      const timeout = error.name === 'TimeoutError';
      const code = timeout ? 'GATEWAY_TIMEOUT' : 'SUBREQUEST_HTTP_ERROR';
      return { data: null, errors: [traced(failure(code, error.cause?.message ?? error.message), context)] };
    }
  }

  #headers(incoming) {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    for (const name of passedOn) {
      if (incoming.has(name)) headers[name] = incoming.get(name);
    }
    return { ...headers, 'lapak-caller': this.#caller };
  }
}

async function read(response) {
  const body = await response.json();
  if (typeof body !== 'object' || !('data' in body || 'errors' in body)) throw new Error('not a GraphQL answer');
  // One that refuses with a status and says why has said it all.
  if (!response.ok && !body.errors?.length) throw new Error(`status ${response.status}`);
  return body;
}

/** For the log of what is hidden. */
const traced = (error, { headers }) => ({ ...error, extensions: { ...error.extensions, ...traceOf(headers) } });

const failure = (code, message) => ({ message, path: [], extensions: { code } });
