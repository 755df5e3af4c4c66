import { useState } from 'react';
import type { StaffApplication } from '#domain/krk/application-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, useAct } from '../console-frame/index.ts';
import { applicationPath, judgePaper } from './application-api.ts';
import { texts } from './texts.ts';

/** The papers of an application; whoever checks the file says of each whether it will do. */
export function PaperList({ seen, onChanged }: { seen: StaffApplication; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { isBusy, error, run } = useAct();
  const [note, setNote] = useState('');
  const mayJudge = seen.steps.includes('acceptFile');
  const judge = (paperId: string, verdict: 'accepted' | 'refused'): void =>
    void run(async () => {
      const said = note.trim() === '' ? { verdict } : { verdict, note: note.trim() };
      await judgePaper(seen, paperId, said, language);
      setNote('');
    }).then(onChanged);
  return (
    <section className="block" aria-label={t.papers}>
      <h2>{t.papers}</h2>
      {seen.papers.length === 0 && <p className="quiet">{t.noPapers}</p>}
      <ul className="rows">
        {seen.papers.map((paper) => (
          <li key={paper.paperId}>
            <p>
              <a href={`${applicationPath(seen.applicationId)}/papers/${paper.paperId}`} download>
                {paper.name}
              </a>{' '}
              <span className="quiet">
                {t[`check.${paper.check}`]}
                {paper.note !== null && `: ${paper.note}`}
              </span>
            </p>
            {mayJudge && (
              <p className="form-actions">
                <button
                  type="button"
                  className="button"
                  aria-disabled={isBusy}
                  onClick={() => judge(paper.paperId, 'accepted')}
                >
                  {t.accept}
                  <span className="hidden-visually"> {paper.name}</span>
                </button>
                <button
                  type="button"
                  className="button"
                  aria-disabled={isBusy || note.trim() === ''}
                  onClick={() => note.trim() !== '' && judge(paper.paperId, 'refused')}
                >
                  {t.refuse}
                  <span className="hidden-visually"> {paper.name}</span>
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {mayJudge && seen.papers.length > 0 && (
        <FormField label={t.reason}>
          {(control) => <input {...control} value={note} onChange={(event) => setNote(event.target.value)} />}
        </FormField>
      )}
      {error !== null && <Failure error={error} />}
    </section>
  );
}
