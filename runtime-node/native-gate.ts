import { setTimeout } from 'node:timers/promises';

/**
 * Stands before native code that a thread must not be ended in: a thread that ends within a session of ONNX Runtime
 * takes the whole process with it ("terminate called after throwing an instance of 'Napi::Error'", seen with
 * onnxruntime-node 1.30 on Linux each time that it was tried).
 *
 * Shared by the threads that call native code and the one that may end them. It holds how many are inside, or SHUT.
 */
export type NativeGate = Int32Array<SharedArrayBuffer>;

const SHUT = -1;

/** How often it is looked whether all threads are outside again, in milliseconds. */
const LOOK_EVERY = 2;

export function openGate(): NativeGate {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Makes a native call; never begins it, and never resolves, once the gate is shut. */
export async function throughGate<T>(gate: NativeGate, call: () => Promise<T>): Promise<T> {
  if (!enter(gate)) return new Promise(() => undefined);
  try {
    return await call();
  } finally {
    Atomics.sub(gate, 0, 1);
  }
}

/** False where the gate is shut. */
function enter(gate: NativeGate): boolean {
  for (;;) {
    const inside = Atomics.load(gate, 0);
    if (inside === SHUT) return false;
    if (Atomics.compareExchange(gate, 0, inside, inside + 1) === inside) return true;
  }
}

/** Resolves once no thread is in native code, nor will go in again: then they may be ended. */
export async function shut(gate: NativeGate): Promise<void> {
  while (Atomics.compareExchange(gate, 0, 0, SHUT) > 0) await setTimeout(LOOK_EVERY);
}
