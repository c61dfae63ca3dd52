import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { CommandError } from '../../runtime-node/cli/command-error.ts';
import { writeWhole } from '../files.ts';
import type { FitState } from './fit.ts';

/** All that decides what a training ends in, by the name of its option or of its cause. */
export type CheckpointSettings = Readonly<Record<string, string | number>>;

interface Saved {
  readonly settings: CheckpointSettings;
  readonly state: FitState;
}

/** Where a training stands, kept in a file so that it can go on after an interruption. */
export class Checkpoint {
  readonly #path: string;
  readonly #settings: CheckpointSettings;
  #saved = false;

  constructor(path: string, settings: CheckpointSettings) {
    this.#path = path;
    this.#settings = settings;
  }

  /** Whether this training has saved anything to go on from. */
  get saved(): boolean {
    return this.#saved;
  }

  save(state: FitState): void {
    writeWhole(this.#path, serialize({ settings: this.#settings, state } satisfies Saved));
    this.#saved = true;
  }

  /**
   * What was saved; undefined where nothing was.
   *
   * @throws CommandError where it is of a training with other settings, which it names
   */
  load(): FitState | undefined {
    if (!existsSync(this.#path)) return undefined;
    const saved = this.#read();
    const names = new Set([...Object.keys(saved.settings), ...Object.keys(this.#settings)]);
    const others = [...names].filter((name) => saved.settings[name] !== this.#settings[name]);
    this.#saved = others.length === 0;
    if (this.#saved) return saved.state;
    const differences = others.map((name) => {
      return `${name} ${saved.settings[name] ?? 'unset'}, not ${this.#settings[name] ?? 'unset'}`;
    });
    throw new CommandError(
      `${this.#shown} is of a training with other settings: ${differences.join('; ')}. ` +
        'Use those, or train without --resume.',
    );
  }

  #read(): Saved {
    try {
      return deserialize(readFileSync(this.#path)) as Saved;
    } catch (cause) {
      throw new CommandError(`${this.#shown} cannot be read. Train without --resume.`, { cause });
    }
  }

  get #shown(): string {
    return relative('.', this.#path);
  }
}
