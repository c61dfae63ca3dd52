import { STATUS_CODES } from 'node:http';

/**
 * Why a request got no answer, as the client is told it (RFC 9457, Problem Details for HTTP APIs). The
 * status says all that a program needs, so the type is "about:blank" (section 4.2.1).
 */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  /** @param detail a sentence or two for the person who sent the request; nothing internal */
  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.headers = headers;
  }

  toJSON() {
    const title = STATUS_CODES[this.status] ?? 'Error';
    return { type: 'about:blank', title, status: this.status, detail: this.message };
  }
}
