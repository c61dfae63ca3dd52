import assert from 'node:assert/strict';

/** What RFC 9457 and our own server promise of an error. */
export interface ProblemJson {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

/** Asserts that a response is a problem of this status, and gives its detail. */
export async function problemDetail(response: Response, status: number): Promise<string> {
  const text = await response.text();
  assert.equal(response.status, status, text);
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  const problem = JSON.parse(text) as ProblemJson;
  assert.deepEqual(Object.keys(problem), ['type', 'title', 'status', 'detail']);
  assert.equal(problem.status, status);
  assert.equal(problem.type, 'about:blank');
  return problem.detail;
}
