import { useState } from 'react';
import { reachOf } from '#domain/accounts/rights';
import type { CaseSanction, StaffCase } from '#domain/violation-case/case-answers';
import { SANCTION_WORDS, SERVED_WORDS } from '#domain/violation-case/sanctions';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Moment, useConsole } from '../console-frame/index.ts';
import { casePath } from './case-api.ts';
import { FollowDialog } from './follow-dialog.tsx';
import { sanctionTexts } from './sanction-texts.ts';

/** Sanctions that were given: what each asks, by which law, whether it was served and is fulfilled. */
export function SanctionsPanel({ seen, onChanged }: { seen: StaffCase; onChanged: () => void }) {
  const t = useTexts(sanctionTexts);
  if (seen.sanctions.length === 0) return null;
  return (
    <section className="block" aria-label={t.title}>
      <h2>{t.title}</h2>
      {seen.sanctions.map((sanction) => (
        <OneSanction key={sanction.sanctionId} seen={seen} sanction={sanction} onChanged={onChanged} />
      ))}
    </section>
  );
}

function OneSanction({
  seen,
  sanction,
  onChanged,
}: {
  seen: StaffCase;
  sanction: CaseSanction;
  onChanged: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(sanctionTexts);
  const { member } = useConsole();
  const [following, setFollowing] = useState<'served' | 'fulfilled' | null>(null);
  const mayFollow = member !== null && reachOf(member, 'report.enforce').length > 0 && !sanction.isCancelled;
  const { kind, level, letter, servedOn, servedHow, dueOn, fulfilledOn } = sanction;
  const title =
    level === null ? SANCTION_WORDS[kind][language] : `${SANCTION_WORDS[kind][language]} (SP-${level})`;
  const next = servedOn === null ? 'served' : fulfilledOn === null ? 'fulfilled' : null;
  const facts = [
    [t.obligation, sanction.obligation],
    [t.article, sanction.article],
    [t.fprNote, sanction.fprNote],
    [
      t.amount,
      sanction.amountRupiah === null ? null : `Rp ${formatNumber(sanction.amountRupiah, language, 0)}`,
    ],
    [t.term, sanction.termDays === null ? t.noTerm : t.days(formatNumber(sanction.termDays, language, 0))],
    [
      t.served,
      servedOn === null
        ? t.notServed
        : [formatDay(servedOn, language), servedHow === null ? null : SERVED_WORDS[servedHow][language]]
            .filter((one) => one !== null)
            .join(', '),
    ],
    [t.dueOn, dueOn !== null ? formatDay(dueOn, language) : servedOn === null ? null : t.noTerm],
    [t.objectUntil, objectUntil(sanction)],
    [t.fulfilled, fulfilledOn === null ? null : formatDay(fulfilledOn, language)],
    [t.fulfilledWhy, sanction.fulfilledWhy],
  ] as const;
  function objectUntil({ objectDays, objectUntil: until }: CaseSanction): string | null {
    if (until !== null) return formatDay(until, language);
    return objectDays === null ? null : t.days(formatNumber(objectDays, language, 0));
  }
  return (
    <article className="case-report" aria-label={title}>
      <h3>{title}</h3>
      <p className="row-facts">
        <SanctionMark sanction={sanction} />
        <a href={`${casePath(seen.caseId)}/letters/${letter.letterId}`} download>
          {t.letter(letter.number)}
        </a>
        {sanction.servedPhotoId !== null && (
          <a href={`${casePath(seen.caseId)}/photos/${sanction.servedPhotoId}`} download>
            {t.servedPhoto}
          </a>
        )}
        {letter.isTrial && <span className="quiet">{t.trial}</span>}
        {sanction.imposedBy !== null && <span>{sanction.imposedBy}</span>}
        <Moment at={sanction.imposedAt} />
      </p>
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
      {mayFollow && next !== null && (
        <p>
          <button type="button" className="button" onClick={() => setFollowing(next)}>
            {t[`follow.${next}`]}
            <span className="hidden-visually"> {title}</span>
          </button>
        </p>
      )}
      {following !== null && (
        <FollowDialog
          what={following}
          seen={seen}
          sanction={sanction}
          onDone={() => {
            setFollowing(null);
            onChanged();
          }}
          onFailed={onChanged}
          onClose={() => setFollowing(null)}
        />
      )}
    </article>
  );
}

/** Where a sanction stands, in a word and a sign. */
function SanctionMark({ sanction }: { sanction: CaseSanction }) {
  const t = useTexts(sanctionTexts);
  if (sanction.isCancelled)
    return (
      <Mark tone="plain" icon="forbidden">
        {t.cancelled}
      </Mark>
    );
  if (sanction.fulfilledOn !== null)
    return (
      <Mark tone="good" icon="check">
        {t.done}
      </Mark>
    );
  if (sanction.isOverdue)
    return (
      <Mark tone="bad" icon="time">
        {t.overdue}
      </Mark>
    );
  return sanction.servedOn === null ? (
    <Mark tone="warn" icon="send">
      {t.notServed}
    </Mark>
  ) : (
    <Mark tone="asked" icon="time">
      {sanction.dueOn === null ? t.standsOn : t.running}
    </Mark>
  );
}
