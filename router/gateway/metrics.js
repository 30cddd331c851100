// Metrics for Prometheus: of the process, and how long requests took, under the name that Apollo Router gives it.
import { collectDefaultMetrics, Histogram, register } from 'prom-client';

collectDefaultMetrics();

const duration = new Histogram({
  name: 'http_server_request_duration_seconds',
  help: 'Duration of requests.',
  labelNames: ['http_response_status_code'],
  buckets: [0.001, 0.005, 0.015, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 1, 5, 10],
});

export function measure(response) {
  const stop = duration.startTimer();
  response.on('finish', () => stop({ http_response_status_code: response.statusCode }));
}

export async function answerMetrics(_request, response) {
  response.writeHead(200, { 'content-type': register.contentType }).end(await register.metrics());
}
