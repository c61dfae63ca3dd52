import { element } from './element.ts';

const undo = element('undo', HTMLButtonElement);
const clear = element('clear', HTMLButtonElement);
const hint = element('hint', HTMLParagraphElement);
const caption = element('caption', HTMLParagraphElement);

const HOW_TO_GIVE_A_FILE = caption.textContent;

export interface Tools {
  readonly undo: () => void;
  readonly clear: () => void;
}

/** What there is to undo and clear. */
export interface Content {
  readonly file: File | undefined;
  readonly strokes: number;
  readonly isUnderWay: boolean;
}

/** Hears of the buttons and of the usual key for undo. */
export function listenToTools(tools: Tools): void {
  undo.addEventListener('click', tools.undo);
  clear.addEventListener('click', tools.clear);
  document.addEventListener('keydown', (event) => {
    const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isUndo) return;
    event.preventDefault();
    tools.undo();
  });
}

export function showTools({ file, strokes, isUnderWay }: Content): void {
  const isEmpty = file === undefined && strokes === 0 && !isUnderWay;
  hint.hidden = !isEmpty;
  caption.textContent = file === undefined ? HOW_TO_GIVE_A_FILE : file.name;
  // Not `disabled`, which would take the keyboard's focus away from the button just pressed.
  for (const button of [undo, clear]) button.setAttribute('aria-disabled', String(isEmpty));
}
