/** A file could not be loaded. The message is a sentence for the page. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

/**
 * Loads a file whole.
 *
 * @param onBytes is told of each part that came, in bytes
 * @throws LoadError where the network or the server refuses
 */
export async function fetchBytes(
  url: string,
  onBytes: (count: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    const whole = new Response(response.body?.pipeThrough(counted(onBytes)));
    return new Uint8Array(await whole.arrayBuffer());
  } catch (cause) {
    const name = new URL(url).pathname.split('/').pop() ?? url;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LoadError(`${name} could not be loaded (${why}).`, { cause });
  }
}

function counted(onBytes: (count: number) => void) {
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (bytes, controller) => {
      onBytes(bytes.length);
      controller.enqueue(bytes);
    },
  });
}
