export { CONFORMANCE_DIR, conformanceKit } from './kit.ts';
