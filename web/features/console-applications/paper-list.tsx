import { useState } from 'react';
import type { StaffApplication } from '#domain/krk/application-answers';
import { formatBytes } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark, type MarkTone } from '../../ui/mark.tsx';
import type { StaffIconName } from '../../ui/staff-icon.tsx';
import { Failure, ReasonDialog, useAct } from '../console-frame/index.ts';
import { applicationPath, judgePaper } from './application-api.ts';
import { texts } from './texts.ts';

type Paper = StaffApplication['papers'][number];

const LOOK: Readonly<Record<Paper['check'], readonly [MarkTone, StaffIconName]>> = {
  waiting: ['plain', 'time'],
  accepted: ['good', 'check'],
  refused: ['bad', 'forbidden'],
};

/** The papers of an application; whoever checks the file says of each whether it will do, and why one will not. */
export function PaperList({
  seen,
  onChanged,
}: {
  seen: StaffApplication;
  /** @param told how it stands now; null when it failed and has to be asked again */
  onChanged: (told: StaffApplication | null) => void;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { isBusy, error, run } = useAct();
  const [refused, setRefused] = useState<Paper | null>(null);
  const mayJudge = seen.steps.includes('acceptFile');
  const judge = (paper: Paper, said: Parameters<typeof judgePaper>[2]): void =>
    void run(async () => {
      onChanged(await judgePaper(seen, paper.paperId, said, language));
      setRefused(null);
    }).then((isDone) => {
      if (!isDone) onChanged(null);
    });
  return (
    <section className="block" aria-labelledby="berkas">
      <h2 id="berkas">{t.papers}</h2>
      {seen.papers.length === 0 && <p className="quiet">{t.noPapers}</p>}
      {seen.papers.length > 0 && (
        <ul className="rows">
          {seen.papers.map((paper) => (
            <li key={paper.paperId} className="row-plain">
              <div>
                <p className="row-facts">
                  <a href={`${applicationPath(seen.applicationId)}/papers/${paper.paperId}`} download>
                    {paper.name}
                  </a>
                  <span>{formatBytes(paper.byteCount, language)}</span>
                  <Mark tone={LOOK[paper.check][0]} icon={LOOK[paper.check][1]}>
                    {t[`check.${paper.check}`]}
                  </Mark>
                </p>
                {paper.note !== null && <p>{paper.note}</p>}
              </div>
              {mayJudge && (
                <p className="form-actions">
                  <button
                    type="button"
                    className="button"
                    aria-disabled={isBusy}
                    onClick={() => judge(paper, { verdict: 'accepted' })}
                  >
                    {t.accept}
                    <span className="hidden-visually"> {paper.name}</span>
                  </button>
                  <button
                    type="button"
                    className="button"
                    aria-disabled={isBusy}
                    onClick={() => setRefused(paper)}
                  >
                    {t.refuse}
                    <span className="hidden-visually"> {paper.name}</span>
                  </button>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {refused !== null && (
        <ReasonDialog
          title={t.refuseWhich(refused.name)}
          field={{ label: t.reason, help: t.refuseHelp, needed: t.required }}
          action={t.refuse}
          isBusy={isBusy}
          error={error}
          onSay={(note) => judge(refused, { verdict: 'refused', note })}
          onClose={() => setRefused(null)}
        >
          {null}
        </ReasonDialog>
      )}
      {error !== null && refused === null && <Failure error={error} />}
    </section>
  );
}
