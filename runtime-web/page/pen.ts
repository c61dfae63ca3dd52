import { SHEET_SIDE, type Drawing, type Point } from '../strokes/index.ts';

/** In pixels of the sheet. About MNIST's pen: an eighth of a digit that fills half of the sheet. */
const PEN_WIDTH = 36;

/**
 * Lets mouse, pen and finger draw, one at a time.
 *
 * @param onChange is called when strokes have grown or ended
 */
export function listenToPen(
  canvas: HTMLCanvasElement,
  drawing: Drawing,
  onChange: () => void,
): void {
  let pointer: number | undefined;

  canvas.addEventListener('pointerdown', (event) => {
    if (pointer !== undefined || event.button !== 0) return;
    pointer = event.pointerId;
    canvas.setPointerCapture(pointer);
    drawing.begin(pointOf(event, canvas));
    onChange();
  });

  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerId !== pointer) return;
    for (const part of allOf(event)) drawing.extend(pointOf(part, canvas));
    onChange();
  });

  const lift = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return;
    pointer = undefined;
    drawing.end();
    onChange();
  };
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);
}

/** Where the pointer was since the last event: pens report more often than the browser paints. */
function allOf(event: PointerEvent): readonly PointerEvent[] {
  const parts = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
  return parts.length > 0 ? parts : [event];
}

function pointOf(event: PointerEvent, canvas: HTMLCanvasElement): Point {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  return {
    x: ((event.clientX - left) / width) * SHEET_SIDE,
    y: ((event.clientY - top) / height) * SHEET_SIDE,
    width: PEN_WIDTH * pressureOf(event),
  };
}

/** 0.5 to 1.5, and 1 for what feels no pressure. Only pens measure it well. */
function pressureOf(event: PointerEvent): number {
  return event.pointerType === 'pen' && event.pressure > 0 ? 0.5 + event.pressure : 1;
}
