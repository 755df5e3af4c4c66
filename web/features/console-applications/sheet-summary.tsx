import type { StaffApplication } from '#domain/krk/application-answers';
import { OUTCOME_WORDS } from '#domain/krk/application-words';
import { NEIGHBOUR_SIDES } from '#domain/krk/sheet';
import { formatArea, formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark } from '../../ui/mark.tsx';
import { useBlockerWords } from './blocker-words.ts';
import { sheetTexts } from './sheet-texts.ts';

/** The sheet for whoever reads it: what was written, and by name what nobody has answered; nothing that is empty. */
export function SheetSummary({ seen }: { seen: StaffApplication }) {
  const { language } = useReader();
  const t = useTexts(sheetTexts);
  const words = useBlockerWords();
  const { outcome, approved, resolutions, neighbours, notes } = seen.sheet;
  const isWritten = outcome !== null || resolutions.length > 0 || neighbours !== null || notes !== null;
  if (!isWritten) return <p className="quiet">{t.fixed}</p>;
  const answered = seen.blockers.filter(({ isResolved }) => isResolved);
  const open = seen.blockers.filter(({ isResolved }) => !isResolved);
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t.outcome, outcome === null ? null : OUTCOME_WORDS[outcome][language]],
    [
      t.approved,
      approved === null
        ? null
        : [
            formatArea(approved.areaM2, language),
            approved.parts.length === 0 ? '' : t.approvedParts(approved.parts.join(', ')),
          ]
            .filter((word) => word !== '')
            .join(', '),
    ],
    ...NEIGHBOUR_SIDES.map((side) => [t[`side.${side}`], neighbours?.[side]] as const),
    [t.notes, notes],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) =>
          value == null || value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {open.length > 0 && (
        <>
          <p>
            <Mark tone="warn" icon="warning">
              {t.open(open.length)}
            </Mark>
          </p>
          <p>{open.map(words).join('; ')}</p>
        </>
      )}
      {answered.length > 0 && (
        <dl className="sheet-answers">
          {answered.map((blocker) => (
            <div key={blocker.name}>
              <dt>{words(blocker)}</dt>
              <dd>
                {resolutions.find((one) => one.blocker === blocker.name)?.finding}
                {blocker.resolvedOn !== null && (
                  <span className="quiet">
                    {' '}
                    {t.answeredBy(blocker.resolvedBy ?? '–', formatDay(blocker.resolvedOn, language))}
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
