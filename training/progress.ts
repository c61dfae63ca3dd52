import { SingleBar } from 'cli-progress';
import { percent } from '../runtime-node/cli/terminal/percent.ts';
import type { StepProgress } from './fit/fit.ts';

/** Where a training stands; counts begin at 1. */
export interface Step {
  readonly epoch: number;
  readonly step: number;
  readonly steps: number;
}

export interface TrainingProgress<Progress extends Step> {
  readonly step: (progress: Progress) => void;
  /** Leaves the terminal as it should be; also after an error. */
  readonly stop: () => void;
}

/** What is shown of a step besides its number, by name. */
type Figures<Progress> = (progress: Progress) => Readonly<Record<string, string>>;

/** Shows a classifier's training. */
export function trainingProgress(epochs: number): TrainingProgress<StepProgress> {
  return showProgress(epochs, ['loss', 'accuracy'], ({ loss, accuracy }) => ({
    loss: loss.toFixed(4),
    accuracy: percent(accuracy, 2),
  }));
}

/** Shows a training on stderr: a bar in a terminal, a line an epoch elsewhere. */
export function showProgress<Progress extends Step>(
  epochs: number,
  names: readonly string[],
  figures: Figures<Progress>,
): TrainingProgress<Progress> {
  return process.stderr.isTTY
    ? progressBar(epochs, names, figures)
    : epochLines(epochs, names, figures);
}

function progressBar<Progress extends Step>(
  epochs: number,
  names: readonly string[],
  figures: Figures<Progress>,
): TrainingProgress<Progress> {
  const fields = names.map((name) => `${name} {${name}}`).join('  ');
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
      const shown = { epochs, ...progress, ...figures(progress) };
      if (!started) bar.start(epochs * progress.steps, done, shown);
      else bar.update(done, shown);
      started = true;
    },
    stop: () => {
      bar.stop();
    },
  };
}

function epochLines<Progress extends Step>(
  epochs: number,
  names: readonly string[],
  figures: Figures<Progress>,
): TrainingProgress<Progress> {
  return {
    step: (progress) => {
      if (progress.step < progress.steps) return;
      const own = figures(progress);
      const text = names.map((name) => `${name} ${own[name] ?? ''}`).join(', ');
      process.stderr.write(`Epoch ${progress.epoch}/${epochs}: ${text}\n`);
    },
    stop: () => undefined,
  };
}
