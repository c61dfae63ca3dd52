import { MAX_FILE_BYTES } from '../../core/picture/limits.ts';
import { element } from './element.ts';
import { FileError } from './file-error.ts';

export interface FileListener {
  readonly onFile: (file: File) => void;
  readonly onError: (error: FileError) => void;
}

/** Hears of files that are chosen, dropped anywhere on the page, or pasted. */
export function listenToFiles(listener: FileListener): void {
  const input = element('file', HTMLInputElement);
  input.addEventListener('change', () => {
    if (input.files !== null) take(input.files, listener);
    // Otherwise choosing the same file again would be no change.
    input.value = '';
  });
  document.addEventListener('paste', ({ clipboardData }) => {
    // Pasted text is no mistake of anybody's.
    if (clipboardData !== null && clipboardData.files.length > 0) {
      take(clipboardData.files, listener);
    }
  });
  listenToDrops((files) => {
    take(files, listener);
  });
}

function listenToDrops(onDrop: (files: FileList) => void): void {
  const showTarget = (shown: boolean) => document.body.classList.toggle('dropping', shown);
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    showTarget(true);
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    // Without one, the pointer has left the window and not just an element.
    if (relatedTarget === null) showTarget(false);
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    showTarget(false);
    if (event.dataTransfer !== null) onDrop(event.dataTransfer.files);
  });
}

function take(files: FileList, { onFile, onError }: FileListener): void {
  const [file] = files;
  if (file === undefined) {
    onError(new FileError('That was no file. Drop a PNG or JPEG.'));
  } else if (file.size > MAX_FILE_BYTES) {
    onError(new FileError(`${file.name} is larger than ${MAX_FILE_BYTES / 2 ** 20} MiB.`));
  } else {
    onFile(file);
  }
}
