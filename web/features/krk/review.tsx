import type { OwnApplication } from '#domain/krk/application-answers';
import { LAND_PROOF_WORDS } from '#domain/krk/application-words';
import { FORM_PARTS, type FormPart, partStates } from '#domain/krk/form-parts';
import { STEP_WORDS } from '#domain/krk/state-words';
import type { ReadingContent } from '../../app/reading-data.ts';
import { formatArea, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { formTexts } from './form-texts.ts';

type Content = Extract<ReadingContent, { page: 'krkApplication' }>;
/** `isLaw`: the words are the law's, and stay Indonesian. */
type Row = { readonly name: string; readonly value: string; readonly isLaw?: true };

/** Everything that was entered, once more before it goes to the office; what is missing is said, and leads to its question. */
export function Review({ own, content }: { own: OwnApplication; content: Content }) {
  const { language } = useReader();
  const t = useTexts(formTexts);
  const { fields, settings, ground } = content;
  const rows = useRows(own, ground?.seen ?? null);
  if (fields === null) return null;
  const states = partStates(fields, own.papers, settings);
  const path = `/krk/permohonan/${own.ticket}`;
  const missing = FORM_PARTS.filter((part) => ['empty', 'wrong', 'notSet'].includes(states[part]));
  const step = own.state === 'draf' ? 'submit' : 'resubmit';
  return (
    <>
      {FORM_PARTS.map((part) => (
        <section key={part} className="krk-review" aria-labelledby={`periksa-${part}`}>
          <h3 id={`periksa-${part}`}>{t[`part.${part}`]}</h3>
          <a href={`${path}?langkah=${part}`}>
            {t.change}
            <span className="hidden-visually"> {t[`part.${part}`]}</span>
          </a>
          {states[part] === 'complete' || rows[part].length > 0 ? (
            <dl className="facts facts-rows">
              {rows[part].map(({ name, value, isLaw }) => (
                <div key={`${name} ${value}`}>
                  <dt>{name}</dt>
                  <dd lang={isLaw === true ? 'id' : undefined}>{value}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p className="quiet">{t[`state.${states[part]}`]}</p>
          )}
          {part === 'tanah' && ground?.problem != null && <p className="krk-error">{ground.problem}</p>}
        </section>
      ))}
      {missing.length > 0 && (
        <div className="krk-missing">
          <p>{t.stillMissing}</p>
          <ul>
            {missing.map((part) => (
              <li key={part}>
                <a href={`${path}?langkah=${part}`}>{t[`ask.${part}`]}</a> {t[`state.${states[part]}`]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <form className="correction" method="post" action={path} encType="multipart/form-data">
        <input type="hidden" name="revision" value={own.revision} />
        <p className="quiet">{t.checkHelp}</p>
        <p className="actions">
          <button
            type="submit"
            className={missing.length === 0 ? 'button-primary' : 'button'}
            name="action"
            value={step}
          >
            {STEP_WORDS[step][language]}
          </button>
        </p>
      </form>
    </>
  );
}

/** What was entered, in words, part by part. */
function useRows(
  { content, papers, kbliTitles }: OwnApplication,
  seen: NonNullable<Content['ground']>['seen'],
): Readonly<Record<FormPart, readonly Row[]>> {
  const { language } = useReader();
  const t = useTexts(formTexts);
  const { ground, plannedUse, applicant, landProof } = content;
  const number = (value: number | null): string | null =>
    value === null ? null : formatNumber(value, language);
  const rows = (...all: readonly (readonly [string, string | null])[]): Row[] =>
    all.flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name, value }]));
  const person = (
    of: 'person' | 'principal',
    one: { name: string; nik: string; address: string; phone: string; email: string | null },
  ) =>
    rows(
      [t[`applicant.${of}.name`], one.name],
      [t[`applicant.${of}.nik`], one.nik],
      [t[`applicant.${of}.address`], one.address],
      [t[`applicant.${of}.phone`], one.phone],
      [t[`applicant.${of}.email`], one.email],
    );
  return {
    tanah:
      ground === null
        ? []
        : rows(
            [t['ground.from'], t[`from.${ground.from}`]],
            [t['ground.nib'], ground.from === 'parcel' ? ground.nib : null],
            [
              t['ground.corners'],
              ground.from === 'parcel' ? null : t.corners((ground.coordinates[0]?.[0]?.length ?? 1) - 1),
            ],
            [
              t['part.tanah'],
              seen === null
                ? null
                : t.seen(
                    seen.areaM2 === null ? '–' : formatArea(seen.areaM2, language),
                    seen.kelurahan ?? '–',
                    seen.zones.join(', ') || '–',
                  ),
            ],
          ),
    rencana:
      plannedUse === null
        ? []
        : [
            ...rows([t['plannedUse.description'], plannedUse.description]),
            ...plannedUse.kbli.map(
              (code): Row => ({
                name: 'KBLI 2020',
                value: `${code} ${kbliTitles[code] ?? ''}`.trim(),
                isLaw: true,
              }),
            ),
            ...rows(
              [t['plannedUse.floors'], number(plannedUse.floors)],
              [t['plannedUse.basementFloors'], number(plannedUse.basementFloors)],
              [t['plannedUse.heightM'], number(plannedUse.heightM)],
              [t['plannedUse.footprintM2'], number(plannedUse.footprintM2)],
              [t['plannedUse.floorAreaM2'], number(plannedUse.floorAreaM2)],
            ),
          ],
    pemohon:
      applicant === null
        ? []
        : [
            ...rows([t['applicant.kind'], t[`kind.${applicant.kind}`]]),
            ...(applicant.kind === 'legalBody'
              ? rows(
                  [t['applicant.bodyName'], applicant.bodyName],
                  [t['applicant.deedNumber'], applicant.deedNumber],
                  [t['applicant.businessNib'], applicant.businessNib],
                )
              : []),
            ...person('person', applicant.person),
            ...(applicant.kind === 'proxy' ? person('principal', applicant.principal) : []),
          ],
    bukti:
      landProof === null
        ? []
        : rows(
            [t['landProof.kind'], LAND_PROOF_WORDS[landProof.kind][language]],
            [t['landProof.number'], landProof.number],
            [t['landProof.parcelNib'], landProof.parcelNib],
          ),
    berkas: papers.map((paper) => ({ name: paper.name, value: t[`check.${paper.check}`] })),
  };
}
