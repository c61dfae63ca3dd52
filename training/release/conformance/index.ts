export { conformanceKit } from './kit.ts';
