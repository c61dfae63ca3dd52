export { photographedSet } from './photographed-set.ts';
