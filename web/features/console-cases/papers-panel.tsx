import { reachOf } from '#domain/accounts/rights';
import type { StaffCase } from '#domain/violation-case/case-answers';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Moment, useConsole } from '../console-frame/index.ts';
import { casePath, casePhotoPath } from './case-api.ts';
import { caseTexts } from './case-texts.ts';

/** What can be taken away: letters, records of inspections, evidence, and the dossier for the Ombudsman. */
export function PapersPanel({ seen }: { seen: StaffCase }) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const { member } = useConsole();
  const { caseId, letters, inspections, photos } = seen;
  const path = casePath(caseId);
  const maySupervise = member !== null && reachOf(member, 'report.supervise').length > 0;
  const nameOf = (photoId: string): string | undefined => {
    const letter = seen.objections.find((one) => one.photoId === photoId);
    return letter === undefined ? undefined : t.objectionLetter(formatDay(letter.datedOn, language));
  };
  const isPapers = letters.length + inspections.length + seen.objections.length > 0;
  return (
    <section className="block" aria-label={t.papers}>
      <h2>{t.papers}</h2>
      {!isPapers && <p className="quiet">{t.noPapers}</p>}
      <ul className="case-papers">
        {inspections.map(({ roundId, closedAt, by, isReached }) => (
          <li key={roundId} className="row-facts">
            <a href={`${path}/inspections/${roundId}/record`} download>
              {t.record}
            </a>
            <span>{isReached ? t.reached : t.notReached}</span>
            {by !== null && <span>{by}</span>}
            <Moment at={closedAt} />
          </li>
        ))}
        {seen.objections.map(({ photoId, datedOn, by, at, isLate }) => (
          <li key={photoId} className="row-facts">
            <a href={casePhotoPath(caseId, photoId)} target="_blank" rel="noreferrer">
              {t.objectionLetter(formatDay(datedOn, language))}
            </a>
            {isLate && <span>{t.objectionLate}</span>}
            {by !== null && <span>{by}</span>}
            <Moment at={at} />
          </li>
        ))}
        {letters.map(({ letterId, kind, number, isTrial, madeAt }) => (
          <li key={letterId} className="row-facts">
            <a href={`${path}/letters/${letterId}`} download>
              {t[`letter.${kind}`]} {number}
            </a>
            {isTrial && <span>{t.trial}</span>}
            <Moment at={madeAt} />
          </li>
        ))}
      </ul>
      {photos.length > 0 && (
        <ul className="case-photos">
          {photos.map(({ photoId, widthPx, heightPx, isClosing }, index) => (
            <li key={photoId}>
              <a href={casePhotoPath(caseId, photoId)} target="_blank" rel="noreferrer">
                <img
                  src={casePhotoPath(caseId, photoId)}
                  width={widthPx}
                  height={heightPx}
                  loading="lazy"
                  alt={
                    nameOf(photoId) ??
                    (isClosing ? t.closingPhoto : t.evidence(formatNumber(index + 1, language, 0)))
                  }
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      {maySupervise &&
        (seen.reports.some(({ mayPassOn }) => mayPassOn) ? (
          <p>
            <a className="button" href={`${path}/dossier`} download>
              {t.dossier}
            </a>{' '}
            <span className="quiet">{t.dossierHelp}</span>
          </p>
        ) : (
          <p className="quiet">{t.noDossier}</p>
        ))}
    </section>
  );
}
