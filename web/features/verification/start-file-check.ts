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
  const wordsFor = (outcome: string): string =>
    words.content.querySelector(`[data-outcome="${outcome}"]`)?.textContent ?? '';
  const say = (outcome: string, other: string | null): void => {
    said.dataset.outcome = outcome;
    said.textContent = wordsFor(outcome);
    if (other === null) return;
    const link = document.createElement('a');
    link.href = `/krk/verifikasi/${other}`;
    link.textContent = other;
    said.append(' ', wordsFor(issued === null ? 'page' : 'other'), ' ', link);
  };
  const check = async (file: File): Promise<void> => {
    say('reading', null);
    const result: FileCheckResult = await checkFile(file, issued, findIssued).catch(() => ({
      outcome: 'failed',
      documentId: null,
    }));
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

/** Asks the register by id alone. */
async function findIssued(documentId: string): Promise<IssuedFile | null> {
  const response = await fetch(`/api/v1/documents/${documentId}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`the register answered ${response.status}`);
  const { document } = await response.json();
  return { documentId, sha256: document.pdfSha256, bytes: document.pdfBytes };
}
