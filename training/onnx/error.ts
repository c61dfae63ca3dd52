/** A model that cannot be written as ONNX; the message names the layer, its class and the setting. */
export class ExportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExportError';
  }
}

/** An ExportError about a certain layer. */
export class LayerError extends ExportError {}

/** Runs `work`, and says in its ExportErrors which layer they are about. */
export function inLayer<T>(layer: { name: string; className: string }, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof ExportError) || cause instanceof LayerError) throw cause;
    const { name, className } = layer;
    throw new LayerError(`Layer "${name}" (${className}): ${cause.message}.`, { cause });
  }
}
