import { useState } from 'react';
import { type Lahp, type LahpStanding, lahpListSchema, lahpStanding } from '#domain/violation-case/lahp';
import { formatDay } from '../../lib/format.ts';
import { dayIn } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark, type MarkTone } from '../../ui/mark.tsx';
import { StaffIcon, type StaffIconName } from '../../ui/staff-icon.tsx';
import {
  ConsoleLink,
  EmptyState,
  Failure,
  Loading,
  Screen,
  useConsole,
  useStaffQuery,
} from '../console-frame/index.ts';
import { CASES_PLACE, caseAddress, LAHP } from './case-api.ts';
import { LahpDialog } from './lahp-dialog.tsx';
import { lahpTexts } from './lahp-texts.ts';
import { texts } from './texts.ts';
import './cases.css';

/** What the Ombudsman asks the office to do: what is owed first, by its day. */
export function LahpScreen() {
  const t = useTexts(lahpTexts);
  const words = useTexts(texts);
  const { data, error, refetch } = useStaffQuery(LAHP, lahpListSchema);
  const [opened, setOpened] = useState<Lahp | 'new' | null>(null);
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      back={{ href: CASES_PLACE, name: words.title }}
      actions={
        <button type="button" className="button-primary" onClick={() => setOpened('new')}>
          {t.add}
        </button>
      }
    >
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data?.reports.length === 0 && (
        <EmptyState icon="work" title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      )}
      {data !== undefined && data.reports.length > 0 && (
        <p className="row-facts">
          {(['csv', 'xlsx'] as const).map((format) => (
            <a key={format} className="button" href={`${LAHP}/register.${format}`} download>
              <StaffIcon name="download" />
              <span className="hidden-visually">{t.takeAway} </span>
              {format.toUpperCase()}
            </a>
          ))}
          <span>{t.takeAwayHelp}</span>
        </p>
      )}
      {data !== undefined && data.reports.length > 0 && (
        <section className="block" aria-label={t.list}>
          {data.reports.map((one) => (
            <OneLahp key={one.lahpId} lahp={one} onChange={() => setOpened(one)} />
          ))}
        </section>
      )}
      {opened !== null && (
        <LahpDialog
          lahp={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
          onSaved={() => {
            setOpened(null);
            refetch();
          }}
        />
      )}
    </Screen>
  );
}

const LOOK: Readonly<Record<LahpStanding, readonly [MarkTone, StaffIconName]>> = {
  owed: ['asked', 'time'],
  overdue: ['bad', 'time'],
  done: ['good', 'check'],
  doneLate: ['warn', 'check'],
};

function OneLahp({ lahp, onChange }: { lahp: Lahp; onChange: () => void }) {
  const { language } = useReader();
  const t = useTexts(lahpTexts);
  const { city } = useConsole();
  const standing = lahpStanding(lahp, dayIn(new Date(), city.timeZone));
  const [tone, icon] = LOOK[standing];
  const facts = [
    [t.datedOn, formatDay(lahp.datedOn, language)],
    [t.receivedOn, formatDay(lahp.receivedOn, language)],
    [t.dueOn, formatDay(lahp.dueOn, language)],
    [t.evidence, lahp.evidence],
    [t.doneOn, lahp.doneOn === null ? null : formatDay(lahp.doneOn, language)],
  ] as const;
  return (
    <article className="case-report" aria-label={lahp.number}>
      <h2 className="case-number">{lahp.number}</h2>
      <p className="row-facts">
        <Mark tone={tone} icon={icon}>
          {t[`standing.${standing}`]}
        </Mark>
        {lahp.about !== null && (
          <span>
            {t.about} <ConsoleLink href={caseAddress(lahp.about.caseId)}>{lahp.about.ticket}</ConsoleLink>
          </span>
        )}
      </p>
      <p className="case-words">{lahp.action}</p>
      <dl className="facts-list">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="case-words">{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p>
        <button type="button" className="button" onClick={onChange}>
          {t.change}
          <span className="hidden-visually"> {lahp.number}</span>
        </button>
      </p>
    </article>
  );
}
