/** A model that cannot be written as ONNX; the message names the layer, its class and the setting. */
export class ExportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExportError';
  }
}
