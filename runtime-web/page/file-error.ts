/** What was chosen, dropped or pasted can't be taken. The message is a sentence for the page. */
export class FileError extends Error {
  override readonly name = 'FileError';
}
