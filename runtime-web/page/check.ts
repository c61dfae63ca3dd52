import type { OnRead } from '../worker/recogniser.ts';
import { element } from './element.ts';
import { showProblem } from './problem.ts';

const button = element('check', HTMLButtonElement);
const progress = element('checked', HTMLProgressElement);
const result = element('check-result', HTMLParagraphElement);

const SAME =
  'This browser gives the released bits: its answers to all test pictures are the same, to the last bit.';
const OTHER =
  'This browser does not give the released bits. Its digits may well be right, but its numbers are not ' +
  'those that the model was released with.';

/**
 * Lets the button check the device, one check at a time.
 *
 * @param check resolves to whether this browser gives the released bits
 */
export function listenToCheck(check: (onRead: OnRead) => Promise<boolean>): void {
  let isChecking = false;
  button.addEventListener('click', () => {
    if (isChecking) return;
    isChecking = true;
    void run(check).finally(() => {
      isChecking = false;
    });
  });
}

async function run(check: (onRead: OnRead) => Promise<boolean>): Promise<void> {
  show(true);
  result.textContent = '';
  try {
    result.textContent = (await check(showProgress)) ? SAME : OTHER;
  } catch (error) {
    showProblem(error);
  }
  show(false);
}

function show(isChecking: boolean): void {
  progress.hidden = !isChecking;
  progress.removeAttribute('value');
  // Not `disabled`, which would take the keyboard's focus away from the button just pressed.
  button.setAttribute('aria-disabled', String(isChecking));
}

function showProgress(count: number, total: number): void {
  progress.value = count / total;
}
