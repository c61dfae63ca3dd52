/**
 * The element of the page with an id.
 *
 * @throws TypeError where index.html has no such element of that type
 */
export function element<T extends Element>(id: string, type: abstract new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new TypeError(`index.html should have a ${type.name} with the id "${id}".`);
}
