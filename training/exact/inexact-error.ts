import { ExportError } from '../onnx/error.ts';

/** A sum that could leave the range in which float32 holds every whole number. */
export class InexactError extends ExportError {
  constructor(message: string) {
    super(message);
    this.name = 'InexactError';
  }
}
