/**
 * SemVer of the released models: MAJOR when the contract or the preparation changes, MINOR for new
 * weights, PATCH for metadata.
 */
export const MODEL_VERSION = '0.6.0';
