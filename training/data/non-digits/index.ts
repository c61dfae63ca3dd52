export { nonDigitSet } from './non-digit-set.ts';
