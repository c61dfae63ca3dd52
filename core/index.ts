export * from './contract.ts';
export * from './json.ts';
export * from './picture/decode.ts';
export * from './picture/error.ts';
export * from './picture/inspect.ts';
export * from './picture/picture.ts';
export * from './reader.ts';
