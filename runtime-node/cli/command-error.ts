/** Ends a command with its message on stderr instead of a stack: the person who typed it can put it right. */
export class CommandError extends Error {
  readonly exitCode: number = 1;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
