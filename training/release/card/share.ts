import { percent } from '../../../runtime-node/cli/terminal/percent.ts';

/** A share, 0 to 1, as the card shows it. */
export function share(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : percent(value, 2);
}
