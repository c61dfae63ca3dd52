import { proveChromium, proveWebGpu } from './browser.ts';
import { proveNative } from './native.ts';
import { provePython } from './python.ts';
import type { Prove } from './runtime.ts';
import { proveWasm } from './wasm.ts';

export const RUNTIMES = {
  native: proveNative,
  wasm: proveWasm,
  chromium: proveChromium,
  webgpu: proveWebGpu,
  python: provePython,
} as const satisfies Readonly<Record<string, Prove>>;

export type RuntimeName = keyof typeof RUNTIMES;
