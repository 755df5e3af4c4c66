import type { StaffApplication } from '#domain/krk/application-answers';
import { nameOfUse, type UseVerdict } from '#domain/krk/use-verdicts';
import { citeIn, oneRegulation, VERDICT_WORDS, verdictLines } from '#domain/krk/use-words';
import type { Itbx } from '#domain/zoning/itbx';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark, type MarkTone } from '../../ui/mark.tsx';
import type { StaffIconName } from '../../ui/staff-icon.tsx';
import { sheetTexts } from './sheet-texts.ts';

const LOOK: Readonly<Record<Itbx, readonly [MarkTone, StaffIconName]>> = {
  I: ['good', 'check'],
  T: ['warn', 'time'],
  B: ['warn', 'rules'],
  X: ['bad', 'forbidden'],
  unknown: ['plain', 'warning'],
};

/** Each use that is applied for, with what the matrix says about it on each part: verdict, conditions in full, and articles. */
export function UsesPanel({ seen }: { seen: StaffApplication }) {
  const t = useTexts(sheetTexts);
  const { said } = seen;
  const regulation = oneRegulation(said?.sources ?? []);
  return (
    <section className="block" aria-labelledby="kegiatan">
      <h2 id="kegiatan">{t.uses}</h2>
      {said === null && <p className="form-error">{t.usesUnread}</p>}
      {said?.uses.length === 0 && <p className="quiet">{t.usesNone}</p>}
      {said !== null && said.uses.length > 0 && (
        <ul className="uses">
          {said.uses.map((use) => (
            <li key={`${use.kind} ${use.code}`} className="use">
              <h3 lang="id">
                {nameOfUse(use)} {use.kind === 'kbli' && seen.kbliTitles[use.code]}
              </h3>
              <Parts use={use} sources={said.sources} />
            </li>
          ))}
        </ul>
      )}
      {regulation !== null && (
        <p className="quiet" lang="id">
          {regulation}
        </p>
      )}
    </section>
  );
}

/** Parts on which the matrix says the same are told once. */
function Parts({
  use,
  sources,
}: {
  use: UseVerdict;
  sources: NonNullable<StaffApplication['said']>['sources'];
}) {
  const t = useTexts(sheetTexts);
  const groups = new Map<string, UseVerdict['parts']>();
  for (const part of use.parts) {
    const key = JSON.stringify(part.verdicts);
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return (
    <dl className="use-parts">
      {[...groups.values()].map((parts) => (
        <div key={parts[0]?.part}>
          <dt>
            {parts
              .map(({ part, zone, isSliver }) =>
                isSliver ? `${t.onPart(part, zone)} (${t.sliver})` : t.onPart(part, zone),
              )
              .join('; ')}
          </dt>
          {parts[0]?.verdicts.map((verdict) => (
            <dd key={verdict.activityId ?? ''}>
              <VerdictOf use={use} verdict={verdict} sources={sources} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function VerdictOf({
  use,
  verdict,
  sources,
}: {
  use: UseVerdict;
  verdict: UseVerdict['parts'][number]['verdicts'][number];
  sources: NonNullable<StaffApplication['said']>['sources'];
}) {
  const { language } = useReader();
  const [tone, icon] = LOOK[verdict.governing];
  const lines = verdictLines(verdict, sources, language);
  const basis = citeIn(sources, verdict.sourceId);
  return (
    <>
      <p className="use-verdict">
        <Mark tone={tone} icon={icon}>
          {VERDICT_WORDS[verdict.governing][language]}
        </Mark>
        {use.kind === 'kbli' && verdict.activityId !== null && <span lang="id">{verdict.activityName}</span>}
        {basis !== null && (
          <span className="quiet" lang="id">
            {basis}
          </span>
        )}
      </p>
      {lines.length > 0 && (
        <ul className="use-lines">
          {lines.map((line) => (
            <li key={line.text}>
              <span lang={line.basis === null ? undefined : 'id'}>{line.text}</span>
              {line.basis !== null && line.basis !== basis && (
                <span className="quiet" lang="id">
                  {' '}
                  {line.basis}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
