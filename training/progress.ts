import { SingleBar } from 'cli-progress';
import { percent } from '../runtime-node/cli/terminal/percent.ts';
import type { StepProgress } from './fit/fit.ts';

export interface TrainingProgress {
  readonly step: (progress: StepProgress) => void;
  /** Leaves the terminal as it should be; also after an error. */
  readonly stop: () => void;
}

/** Shows a training on stderr: a bar in a terminal, a line an epoch elsewhere. */
export function trainingProgress(epochs: number): TrainingProgress {
  return process.stderr.isTTY ? progressBar(epochs) : epochLines(epochs);
}

function progressBar(epochs: number): TrainingProgress {
  const bar = new SingleBar({
    format:
      'Epoch {epoch}/{epochs} {bar} step {step}/{steps}  loss {loss}  accuracy {accuracy}  {eta_formatted} left',
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

function epochLines(epochs: number): TrainingProgress {
  return {
    step: (progress) => {
      if (progress.step < progress.steps) return;
      const { loss, accuracy } = figures(progress);
      process.stderr.write(
        `Epoch ${progress.epoch}/${epochs}: loss ${loss}, accuracy ${accuracy}\n`,
      );
    },
    stop: () => undefined,
  };
}

function figures({ loss, accuracy }: StepProgress) {
  return { loss: loss.toFixed(4), accuracy: percent(accuracy, 2) };
}
