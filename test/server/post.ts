/** Posts a file, text or form to /predict. Without `headers`, a file is sent without a type. */
export function post(
  url: string,
  body?: Uint8Array | string | FormData,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  // fetch takes no view of memory that could be shared between threads, which the type allows.
  const sent = body instanceof Uint8Array ? Uint8Array.from(body) : (body ?? null);
  return fetch(`${url}/predict`, { method: 'POST', headers, body: sent });
}

/** A form with a file in one field. */
export function formWith(field: string, file: Uint8Array): FormData {
  const form = new FormData();
  form.append(field, new Blob([Uint8Array.from(file)]), 'digit.png');
  return form;
}
