/**
 * SemVer of the released models: MAJOR when the contract or the preparation changes, MINOR for new
 * weights, PATCH for metadata and for a graph that gives the same answers in fewer steps.
 */
export const MODEL_VERSION = '0.15.0';
