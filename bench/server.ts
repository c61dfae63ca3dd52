import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AnswerJson } from '../core/index.ts';
import { startServer } from '../runtime-node/server/server.ts';
import { pngOf } from '../test/pictures.ts';
import { DIGIT_BYTES, loadMnist, type Digits } from '../training/data/mnist.ts';
import { quantile } from './quantile.ts';

const WARM_UP = 200;
const REQUESTS = 2000;

/** The bar: median of a 28x28 PNG, one request at a time, in milliseconds. */
const MEDIAN_LIMIT = 5;

/** How long the server takes for MNIST's test pictures, one request at a time on one connection. */
export async function benchServer(): Promise<void> {
  const mnist = await loadMnist('test');
  const server = await startServer({ port: 0 });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  let correct = 0;
  for (let i = 0; i < WARM_UP + REQUESTS; i++) {
    const file = pngAt(mnist, i);
    const start = performance.now();
    const { digit } = await predict(agent, server.url, file);
    if (i >= WARM_UP) times.push(performance.now() - start);
    if (digit === mnist.labels[i]) correct += 1;
  }
  agent.destroy();
  await server.stop();

  const [median, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  const share = ((100 * correct) / (WARM_UP + REQUESTS)).toFixed(1);
  console.log(`${REQUESTS} requests, 28x28 PNG, one at a time; ${share} % read correctly`);
  console.log(`median ${median.toFixed(2)} ms, 99th percentile ${p99.toFixed(2)} ms`);
  if (median >= MEDIAN_LIMIT) {
    console.error(`The median should be under ${MEDIAN_LIMIT} ms.`);
    process.exitCode = 1;
  }
}

function pngAt({ pixels }: Digits, i: number): Uint8Array {
  return pngOf(pixels.subarray(i * DIGIT_BYTES, (i + 1) * DIGIT_BYTES), 28, 28, 1);
}

async function predict(agent: Agent, url: string, file: Uint8Array): Promise<AnswerJson> {
  const sent = request(`${url}/predict`, {
    agent,
    method: 'POST',
    headers: { 'Content-Type': 'image/png', 'Content-Length': file.length },
  });
  sent.end(file);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return (await json(response)) as AnswerJson;
}
