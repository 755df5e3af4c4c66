import { createContext, useContext } from 'react';
import type { RowNote } from '#domain/correction/row-note';
import type { Answer } from '#domain/zoning/answer';
import { formatDay, placeInAddress } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLinks } from './links.ts';
import { remarkTexts } from './remark-texts.ts';

/** Notes on rows of the answer that stands around. */
export const RowNotesContext = createContext<readonly RowNote[]>([]);

/** Of several cases about one row the newest are enough. */
const SHOWN = 3;

/**
 * What staff say publicly about a row, below it.
 *
 * @param code what the row's code is, or begins with; left out: every row of the kind
 * @param isNamed the row does not stand just above
 */
export function RowNotes({
  kind,
  zoneCode,
  code,
  isNamed = false,
}: {
  kind: string;
  zoneCode?: string;
  code?: string;
  isNamed?: boolean;
}) {
  const { language } = useReader();
  const t = useTexts(remarkTexts);
  const notes = useContext(RowNotesContext).filter(
    ({ row }) =>
      row.kind === kind &&
      (zoneCode === undefined || row.zoneCode === null || row.zoneCode === zoneCode) &&
      (code === undefined || row.code === code || row.code.startsWith(`${code} `)),
  );
  return notes.slice(0, SHOWN).map((note) => {
    const english = language === 'en' ? note.note.en : null;
    const { mended, version } = note;
    return (
      <div key={note.ticket} className="row-note">
        <p>
          <strong>
            {t.note}
            {isNamed && ` – ${note.row.name ?? note.row.code}`}: {t[`outcome.${note.outcome}`]}
            {mended !== null && ` ${t.mended(formatDay(mended.validFrom, language))}`}.
          </strong>{' '}
          <span lang={english === null ? 'id' : 'en'}>{english ?? note.note.id}</span>
        </p>
        <p className="quiet">
          {t.ofVersion(formatDay(version.validFrom, language), version.decree)};{' '}
          {t.answered(note.ticket, formatDay(note.answeredOn, language))}.
        </p>
      </div>
    );
  });
}

/** “RDTR sedang direvisi”: the plan here will be another one; what is written stays in force until then. */
export function PlanRevisions({ answer }: { answer: Answer }) {
  const { language } = useReader();
  const t = useTexts(remarkTexts);
  return answer.planRevisions.map(({ layerId, title, planningArea, since }) => {
    const isDetailPlan = answer.versions.some((one) => one.layerId === layerId && one.kind === 'zones');
    return (
      <Notice
        key={`${layerId} ${planningArea} ${since}`}
        title={isDetailPlan ? t.revision : t.revisionOf(title)}
      >
        <p>
          {planningArea !== null && `${t.revisionArea(planningArea)}. `}
          {t.revisionHelp(formatDay(since, language))}
        </p>
      </Notice>
    );
  });
}

/** The way to say that a row is wrong: a page with a form, for one part of the answer or all of it. */
export function WrongHere({
  answer,
  part,
}: {
  answer: Answer;
  part?: 'zona' | 'angka' | 'kegiatan' | 'tambahan';
}) {
  const t = useTexts(remarkTexts);
  const { on } = useLinks();
  const query = new URLSearchParams();
  if (on !== null) query.set('on', on);
  if (part !== undefined) query.set('bagian', part);
  const href = `/lokasi/${placeInAddress(answer.place.point)}/keliru${query.size === 0 ? '' : `?${query}`}`;
  if (part === undefined)
    return (
      <a className="button" href={href}>
        <Icon name="warning" />
        {t.wrong}
      </a>
    );
  return (
    <p className="wrong-here">
      <a href={href}>{t.wrong}</a>
    </p>
  );
}
