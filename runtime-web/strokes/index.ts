export { Drawing } from './drawing.ts';
export { SHEET_SIDE } from './sheet.ts';
export type { Point } from './stroke.ts';
