// Starts what the tests run against: the stand-in, and Apollo Router itself where APOLLO_ROUTER says where it is.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export const engines = { 'the stand-in': [process.execPath, 'router/gateway/index.js'] };
// "none" is what it says where the stand-in is wanted although there is a router.
if (process.env.APOLLO_ROUTER && process.env.APOLLO_ROUTER !== 'none') {
  engines['Apollo Router'] = [process.env.APOLLO_ROUTER, '--config', 'router/router.yaml'];
}

export class Engine {
  log = '';
  #process;

  static async start([program, ...args], subgraphs, settings = {}) {
    const engine = new Engine();
    const [port, health, metrics] = await Promise.all([freePort(), freePort(), freePort()]);
    Object.assign(engine, {
      url: `http://127.0.0.1:${port}/graphql`,
      health: `http://127.0.0.1:${health}/health`,
      metrics: `http://127.0.0.1:${metrics}/metrics`,
    });
    const urls = Object.values(subgraphs).map(({ name, url }) => [`LAPAK_${name.toUpperCase()}_URL`, url]);
    engine.#process = spawn(program, [...args, '--supergraph', 'schema/supergraph.graphql'], {
      cwd: root,
      env: {
        ...process.env,
        APOLLO_TELEMETRY_DISABLED: 'true',
        LAPAK_ROUTER_LISTEN: `127.0.0.1:${port}`,
        LAPAK_ROUTER_HEALTH_LISTEN: `127.0.0.1:${health}`,
        LAPAK_ROUTER_METRICS_LISTEN: `127.0.0.1:${metrics}`,
        LAPAK_ROUTER_SECRET: 'the-router',
        ...Object.fromEntries(urls),
        ...settings,
      },
    });
    for (const stream of [engine.#process.stdout, engine.#process.stderr]) {
      stream.on('data', (chunk) => (engine.log += chunk));
    }
    await engine.#healthy();
    return engine;
  }

  /** Posts JSON, or a body as it is, and gives the answer's status, headers and JSON. */
  async post(body, headers = {}) {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, ...(await response.json()) };
  }

  /** Asks it to stop, and gives its exit code. */
  async stop() {
    if (this.#process.exitCode !== null) return this.#process.exitCode;
    this.#process.kill('SIGTERM');
    const [code] = await once(this.#process, 'exit');
    return code;
  }

  async #healthy() {
    for (const end = Date.now() + 20_000; Date.now() < end && this.#process.exitCode === null;) {
      if (
        await fetch(this.health).then(
          (response) => response.ok,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await this.stop();
    throw new Error(`It did not start.\n${this.log}`);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
