import { SingleBar } from 'cli-progress';
import { percent } from '../runtime-node/cli/terminal/percent.ts';
import type { StepNumber } from './fit/epochs.ts';
import type { StepProgress } from './fit/fit.ts';

export interface TrainingProgress<Progress extends StepNumber> {
  readonly step: (progress: Progress) => void;
  /** Leaves the terminal as it should be; also after an error. */
  readonly stop: () => void;
}

/** What is shown of a step besides its number, by name, in this order. */
type Figures<Progress> = Readonly<Record<string, (progress: Progress) => string>>;

/** Shows a classifier's training. */
export function trainingProgress(epochs: number): TrainingProgress<StepProgress> {
  return showProgress(epochs, {
    loss: ({ loss }) => loss.toFixed(4),
    accuracy: ({ accuracy }) => percent(accuracy, 2),
  });
}

/** Shows a training on stderr: a bar in a terminal, a line an epoch elsewhere. */
export function showProgress<Progress extends StepNumber>(
  epochs: number,
  figures: Figures<Progress>,
): TrainingProgress<Progress> {
  return process.stderr.isTTY ? progressBar(epochs, figures) : epochLines(epochs, figures);
}

function progressBar<Progress extends StepNumber>(
  epochs: number,
  figures: Figures<Progress>,
): TrainingProgress<Progress> {
  const fields = Object.keys(figures)
    .map((name) => `${name} {${name}}`)
    .join('  ');
  const bar = new SingleBar({
    format: `Epoch {epoch}/{epochs} {bar} step {step}/{steps}  ${fields}  {eta_formatted} left`,
    // The longest line then has the 80 columns of a terminal: it would be cut, not wrapped.
    barsize: 12,
    // Steps that the time left is reckoned from: with the usual 10 it jumps.
    etaBuffer: 100,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    // The terminal's own handler would end the program before it has said that nothing was written.
    gracefulExit: false,
  });
  let started = false;
  return {
    step: (progress) => {
      const done = (progress.epoch - 1) * progress.steps + progress.step;
      const texts = Object.entries(figures).map(([name, text]) => [name, text(progress)] as const);
      const shown = { epochs, ...progress, ...Object.fromEntries(texts) };
      if (!started) bar.start(epochs * progress.steps, done, shown);
      else bar.update(done, shown);
      started = true;
    },
    stop: () => {
      bar.stop();
    },
  };
}

function epochLines<Progress extends StepNumber>(
  epochs: number,
  figures: Figures<Progress>,
): TrainingProgress<Progress> {
  return {
    step: (progress) => {
      if (progress.step < progress.steps) return;
      const texts = Object.entries(figures).map(([name, text]) => `${name} ${text(progress)}`);
      process.stderr.write(`Epoch ${progress.epoch}/${epochs}: ${texts.join(', ')}\n`);
    },
    stop: () => undefined,
  };
}
