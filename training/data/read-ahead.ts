/**
 * Rounds of examples, loaded one ahead: each that is asked for starts the next.
 *
 * @param rounds how many will be asked for
 * @param load is told the round's index, from 0; of two requests for one that is under way, only the first calls it
 * @returns the round of an index; rejects with the signal's reason once it is aborted
 */
export function readAhead<Round>(
  rounds: number,
  signal: AbortSignal,
  load: (index: number) => Promise<Round>,
): (index: number) => Promise<Round> {
  const pending = new Map<number, Promise<Round>>();
  const start = (index: number) => {
    const running = pending.get(index) ?? load(index);
    pending.set(index, running);
    return running;
  };
  return async (index) => {
    signal.throwIfAborted();
    const round = await start(index);
    pending.delete(index);
    // Whoever asks for that round is told of its error.
    if (index + 1 < rounds) start(index + 1).catch(() => undefined);
    return round;
  };
}
