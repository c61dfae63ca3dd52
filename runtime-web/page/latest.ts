/**
 * Runs jobs one after the other. What comes while one is running waits, but only the latest of it: an
 * answer to anything older would be out of date.
 *
 * @param run never rejects
 */
export function latestOnly<Input>(
  run: (input: Input) => Promise<void>,
): (input: Input) => Promise<void> {
  let waiting: { readonly input: Input } | undefined;
  let running = false;
  return async (input) => {
    waiting = { input };
    if (running) return;
    running = true;
    for (let next = take(); next !== undefined; next = take()) await run(next.input);
    running = false;
  };

  function take() {
    const taken = waiting;
    waiting = undefined;
    return taken;
  }
}
