import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { CommandError } from '../../runtime-node/cli/command-error.ts';
import { PROJECT_ROOT } from '../../runtime-node/paths.ts';
import { writeWhole } from '../files.ts';

/** Where trainings keep how far they are. */
export const CHECKPOINTS = join(PROJECT_ROOT, '.cache', 'checkpoints');

/** All that decides what a training ends in, by the name of its option or of its cause. */
export type CheckpointSettings = Readonly<Record<string, string | number>>;

interface Saved<State> {
  readonly settings: CheckpointSettings;
  readonly state: State;
}

/** Where a training stands, kept in a file so that it can go on after an interruption. */
export class Checkpoint<State> {
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

  save(state: State): void {
    writeWhole(this.#path, serialize({ settings: this.#settings, state } satisfies Saved<State>));
    this.#saved = true;
  }

  /**
   * What was saved; undefined where nothing was.
   *
   * @throws CommandError where it is of a training with other settings, which it names
   */
  load(): State | undefined {
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

  #read(): Saved<State> {
    try {
      return deserialize(readFileSync(this.#path)) as Saved<State>;
    } catch (cause) {
      throw new CommandError(`${this.#shown} cannot be read. Train without --resume.`, { cause });
    }
  }

  get #shown(): string {
    return relative('.', this.#path);
  }
}
