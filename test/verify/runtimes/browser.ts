import { PROJECT_ROOT } from '../../../runtime-node/paths.ts';
import { startChromium } from '../../browser/chromium.ts';
import type { Proof } from '../proof.ts';
import { serveProvingPage } from './browser/server.ts';
import type { PageJob } from './browser/page.ts';
import { MissingRuntimeError, type Job, type Prove } from './runtime.ts';

/**
 * WebGPU without a graphics card: Chromium draws with SwiftShader, where it is built in. A machine with a
 * card uses that.
 */
const WEBGPU_ARGUMENTS = [
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan',
  '--use-webgpu-adapter=swiftshader',
];

export const proveChromium: Prove = (job) => proveInBrowser(job, 'wasm', []);

export const proveWebGpu: Prove = (job) => proveInBrowser(job, 'webgpu', WEBGPU_ARGUMENTS);

/** @param args of the browser, beside the usual ones */
export async function proveInBrowser(
  job: Job,
  provider: PageJob['provider'],
  args: readonly string[],
): Promise<Proof> {
  const browser = await startChromium(args).catch((cause: unknown) => {
    throw new MissingRuntimeError(String(cause instanceof Error ? cause.message : cause), {
      cause,
    });
  });
  const server = await serveProvingPage(PROJECT_ROOT, job);
  try {
    const page = await browser.newPage();
    await page.exposeFunction('onRead', job.onRead);
    await page.goto(server.url);
    const result = await page.evaluate((pageJob) => prove(pageJob), {
      provider,
      hasClassifier: job.classifier !== undefined,
      goldenCount: job.goldenCount,
    });
    if ('missing' in result) throw new MissingRuntimeError(result.missing);
    const version = `onnxruntime-web ${result.version}, Chromium ${browser.version()}`;
    return { version, sets: result.sets };
  } finally {
    await browser.close();
    server.close();
  }
}
