import type { DocumentRecord } from '#domain/document/document';
import { useTexts } from '../../locale/feature-texts.ts';
import { Section } from '../../ui/section.tsx';
import type { FileOutcome } from './check-file.ts';
import { texts } from './texts.ts';

const OUTCOMES: readonly FileOutcome[] = [
  'same',
  'different',
  'appended',
  'foreign',
  'unknown',
  'notPdf',
  'failed',
];

/** Where a file is dropped. All words for what comes out are in the page; `check-file.ts` shows the one that holds. */
export function FileCheck({ found }: { found: DocumentRecord | null }) {
  const t = useTexts(texts);
  return (
    <div
      className="only-with-script file-check"
      data-file-check={found?.documentId ?? ''}
      data-sha256={found?.pdfSha256}
      data-bytes={found?.pdfBytes}
    >
      <Section id="berkas" title={t.file}>
        <p>{t.fileHelp}</p>
        <label className="button" htmlFor="berkas-pdf">
          {t.choose}
        </label>
        <input id="berkas-pdf" className="file-check-input" type="file" accept="application/pdf,.pdf" />
        <p className="file-check-said" role="status" />
        <template>
          <span data-outcome="reading">{t['file.reading']}</span>
          <span data-outcome="other">{t['file.other']}</span>
          <span data-outcome="page">{t['file.page']}</span>
          {OUTCOMES.map((outcome) => (
            <span key={outcome} data-outcome={outcome}>
              {t[`file.${outcome}`]}
            </span>
          ))}
        </template>
      </Section>
    </div>
  );
}
