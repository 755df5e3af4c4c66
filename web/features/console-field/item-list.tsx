import { useEffect, useId, useState } from 'react';
import type { ItemContent } from '#domain/field-round/item';
import type { Round } from '#domain/field-round/round';
import { MEASURE_WORDS, METHOD_WORDS, TASK_WORDS } from '#domain/field-round/words';
import type { Language } from '#domain/language';
import { formatMetres, formatPosition } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Moment } from '../console-frame/index.ts';
import { photoPath } from './field-api.ts';
import { measureWords } from './read-measure.ts';
import type { SiteItem } from './site-items.ts';
import { StateMark } from './standing.tsx';
import { texts } from './texts.ts';
import type { FieldOutbox } from './use-field-outbox.ts';

/** Everything that was brought, each with where it is: on this device, on its way, or received. */
export function ItemList({
  round,
  items,
  outbox,
}: {
  round: Round;
  items: readonly SiteItem[];
  outbox: FieldOutbox;
}) {
  const t = useTexts(texts);
  const heading = useId();
  const withdrawn = new Set(
    items.flatMap(({ content }) => (content.kind === 'withdrawal' ? [content.itemId] : [])),
  );
  const shown = items.filter(({ content }) => content.kind !== 'withdrawal');
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{t.items}</h2>
      {shown.length === 0 && <p className="quiet">{t.noItems}</p>}
      <ul className="field-items">
        {shown.map((item) => (
          <li key={item.itemId} className={withdrawn.has(item.itemId) ? 'field-withdrawn' : undefined}>
            <ItemFacts round={round} item={item} />
            <p className="row-facts">
              {withdrawn.has(item.itemId) && <strong>{t.withdrawn}</strong>}
              <StateMark state={item.state} />
              <Moment at={item.recordedAt} />
              {item.by !== null && <span>{item.by}</span>}
            </p>
            {item.waiting?.reason != null && item.waiting.reason !== '' && (
              <p className="form-error">{item.waiting.reason}</p>
            )}
            <Ways round={round} item={item} outbox={outbox} isWithdrawn={withdrawn.has(item.itemId)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ways({
  round,
  item,
  outbox,
  isWithdrawn,
}: {
  round: Round;
  item: SiteItem;
  outbox: FieldOutbox;
  isWithdrawn: boolean;
}) {
  const t = useTexts(texts);
  const [reason, setReason] = useState<string | null>(null);
  const { waiting } = item;
  if (waiting !== null && waiting.state !== 'sending' && waiting.state !== 'received')
    return (
      <p className="field-ways">
        <button type="button" className="button" onClick={() => outbox.sendNow(waiting)}>
          {t.sendNow}
        </button>
        <button type="button" className="button" onClick={() => outbox.remove(waiting)}>
          {t.drop}
        </button>
      </p>
    );
  if (!round.mayWork || isWithdrawn || waiting !== null) return null;
  if (reason === null)
    return (
      <p>
        <button type="button" className="link-button" onClick={() => setReason('')}>
          {t.withdraw}
        </button>
      </p>
    );
  const takeBack = (): void => {
    if (reason.trim() === '') return;
    void outbox.add(round, { kind: 'withdrawal', itemId: item.itemId, reason: reason.trim() });
    setReason(null);
  };
  return (
    <p className="field-ways">
      <input
        aria-label={t.withdrawWhy}
        placeholder={t.withdrawWhy}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="button" className="button" onClick={takeBack}>
        {t.withdraw}
      </button>
    </p>
  );
}

/** What an item says: words for everything, the picture for a photo. */
export function ItemFacts({
  round,
  item,
}: {
  round: Pick<Round, 'roundId' | 'subject'>;
  item: Pick<SiteItem, 'itemId' | 'content'> & Partial<Pick<SiteItem, 'waiting'>>;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { content } = item;
  if (content.kind !== 'photo') return <p className="field-words">{inWords(content, t, language)}</p>;
  return (
    <figure className="field-figure">
      <Picture round={round} item={item} />
      <figcaption>
        {content.caption ?? t.photos}
        <span className="quiet tabular">
          {content.at !== null && ` ${formatPosition(content.at, language)}`}
          {content.accuracyM !== null && ` ± ${formatMetres(content.accuracyM, language)}`}
          {content.bearing !== null && `, ${t.facing(String(content.bearing))}`}
        </span>
        {content.takenAt !== null && (
          <span className="quiet">
            {' '}
            {t.takenAt} <Moment at={content.takenAt} />
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function Picture({
  round,
  item,
}: {
  round: Pick<Round, 'roundId' | 'subject'>;
  item: Pick<SiteItem, 'itemId' | 'content'> & Partial<Pick<SiteItem, 'waiting'>>;
}) {
  const t = useTexts(texts);
  const blob = item.waiting?.attachments[0]?.blob;
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => {
    if (blob === undefined) return setOwn(null);
    const url = URL.createObjectURL(blob);
    setOwn(url);
    return () => URL.revokeObjectURL(url);
  }, [blob]);
  const [isGone, setIsGone] = useState(false);
  const caption = item.content.kind === 'photo' ? item.content.caption : null;
  const src =
    own ?? (item.waiting == null ? photoPath(round.subject.kind, round.roundId, item.itemId) : null);
  if (src === null) return null;
  // Away without a network, and for ever once the applicant's data was erased.
  if (isGone) return <p className="quiet">{t.photoGone}</p>;
  return (
    <img
      className="field-photo"
      src={src}
      alt={caption ?? t.photos}
      loading="lazy"
      onError={() => setIsGone(true)}
    />
  );
}

function inWords(
  content: Exclude<ItemContent, { kind: 'photo' }>,
  t: ReturnType<typeof useTexts<typeof texts.id>>,
  language: Language,
): string {
  switch (content.kind) {
    case 'point':
      return `${content.label ?? t.point}: ${formatPosition(content.at, language)} (${METHOD_WORDS[content.method][language]}, ± ${content.accuracyM === null ? t.unknown : formatMetres(content.accuracyM, language)})`;
    case 'track':
      return `${content.label ?? ''} ${t.trackOf(content.line.length)}`.trim();
    case 'outline':
      return t.outlineOf(content.corners.length);
    case 'task':
      return `${TASK_WORDS[content.task][language]}: ${t[content.outcome]}${content.note === null ? '' : ` (${content.note})`}`;
    case 'measurement':
      return `${MEASURE_WORDS[content.what][language]}: ${measureWords(content.what, content.value, language)}${content.label === null ? '' : ` (${content.label})`}`;
    case 'note':
      return content.text;
    case 'withdrawal':
      return `${t.withdrawn}: ${content.reason}`;
  }
}
