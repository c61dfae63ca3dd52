import { setTimeout } from 'node:timers/promises';

/**
 * Stands before native code that a thread must not be ended in: a thread that ends within a session of ONNX Runtime
 * takes the whole process with it ("terminate called after throwing an instance of 'Napi::Error'", seen with
 * onnxruntime-node 1.30 on Linux each time that it was tried).
 *
 * Shared by the thread that calls native code and the one that may end it.
 */
export type NativeGate = Int32Array<SharedArrayBuffer>;

const [OUTSIDE, INSIDE, SHUT] = [0, 1, 2];

/** How often it is looked whether the thread is outside again, in milliseconds. */
const LOOK_EVERY = 2;

export function openGate(): NativeGate {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Makes a native call; never begins it, and never resolves, once the gate is shut. */
export async function throughGate<T>(gate: NativeGate, call: () => Promise<T>): Promise<T> {
  if (Atomics.compareExchange(gate, 0, OUTSIDE, INSIDE) !== OUTSIDE) {
    return new Promise(() => undefined);
  }
  try {
    return await call();
  } finally {
    Atomics.store(gate, 0, OUTSIDE);
  }
}

/** Resolves once the thread is outside native code and will not go in again: then it may be ended. */
export async function shut(gate: NativeGate): Promise<void> {
  while (Atomics.compareExchange(gate, 0, OUTSIDE, SHUT) === INSIDE) await setTimeout(LOOK_EVERY);
}
