import { Buffer } from 'buffer';

// jimp uses Node's global Buffer already while it is loaded, so this module is imported before it.
Object.assign(globalThis, { Buffer });
