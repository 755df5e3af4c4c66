import { checkFile, type FileCheckResult, type IssuedFile } from './check-file.ts';

/** Brings the place where a file is dropped to life: the whole page takes it, and the words for the outcome are there. */
export function startFileCheck(place: HTMLElement): void {
  const { fileCheck: documentId = '', sha256, bytes } = place.dataset;
  const issued: IssuedFile | null =
    sha256 === undefined || bytes === undefined ? null : { documentId, sha256, bytes: Number(bytes) };
  const input = place.querySelector<HTMLInputElement>('input[type=file]');
  const said = place.querySelector<HTMLElement>('.file-check-said');
  const words = place.querySelector('template');
  if (input === null || said === null || words === null) return;
  const say = (outcome: string, other: string | null): void => {
    const sentence = words.content.querySelector(`[data-outcome="${outcome}"]`)?.textContent ?? '';
    said.dataset.outcome = outcome;
    said.textContent = sentence;
    if (other === null) return;
    const link = document.createElement('a');
    link.href = `/krk/verifikasi/${other}`;
    link.textContent = other;
    said.append(' ', link);
  };
  const check = async (file: File): Promise<void> => {
    say('reading', null);
    const result: FileCheckResult = await file
      .arrayBuffer()
      .then((buffer) => checkFile(new Uint8Array(buffer), issued))
      .catch(() => ({ outcome: 'failed', documentId: null }));
    say(result.outcome, result.documentId);
  };
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void check(file);
  });
  place.dataset.ready = '';
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) void check(file);
  });
}
