/** What file systems report, in words. Every sentence stands after the file's name. */
const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder, not a file.',
  ENOTDIR: 'There is no such file.',
  EACCES: 'There is no permission to read it.',
  EPERM: 'There is no permission to read it.',
};

/** What was wrong with a file, in one line. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return (FILE_FAULTS[code] ?? error.message).replaceAll(/\s*\n\s*/g, ' ');
}
