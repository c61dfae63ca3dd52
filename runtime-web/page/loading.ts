import { element } from './element.ts';

const loading = element('loading', HTMLDivElement);
const progress = element('progress', HTMLProgressElement);
const loaded = element('loaded', HTMLParagraphElement);

const MEGABYTE = 1e6;

/** Shows how much of the model has come, in bytes. */
export function showProgress(received: number, total: number): void {
  const [part, whole] = [received, total].map((bytes) => (bytes / MEGABYTE).toFixed(1));
  progress.value = received / total;
  loaded.textContent = `Loading the model: ${part ?? ''} of ${whole ?? ''} MB`;
}

export function hideProgress(): void {
  loading.hidden = true;
}
