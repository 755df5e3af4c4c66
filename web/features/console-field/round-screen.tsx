import { useEffect, useMemo } from 'react';
import { newestOf } from '#domain/field-round/item';
import type { Round } from '#domain/field-round/round';
import { kindOfSegment, type SubjectKind } from '#domain/field-round/subject-kind';
import { useTexts } from '../../locale/feature-texts.ts';
import { Mark } from '../../ui/mark.tsx';
import { ConsoleLink, EmptyState, Failure, frameTexts, Loading, Screen } from '../console-frame/index.ts';
import type { Bring } from './bring.ts';
import { ClosingForm } from './closing-form.tsx';
import { ComparisonFacts } from './comparison-facts.tsx';
import { CornerForm } from './corner-form.tsx';
import { FIELD_PLACE, subjectAddress } from './field-api.ts';
import { FileForm } from './file-form.tsx';
import { ItemList } from './item-list.tsx';
import { MeasureForm } from './measure-form.tsx';
import { NoteForm } from './note-form.tsx';
import { PhotoForm } from './photo-form.tsx';
import { PointForm } from './point-form.tsx';
import { RoundBriefing } from './round-brief.tsx';
import { RoundMap } from './round-map.tsx';
import { RoundSketch } from './round-sketch.tsx';
import { siteItems } from './site-items.ts';
import { AsKept, OutboxState } from './standing.tsx';
import { TaskList } from './task-list.tsx';
import { texts } from './texts.ts';
import { useFieldOutbox } from './use-field-outbox.ts';
import { useRound } from './use-round.ts';
import { useWorker } from './use-worker.ts';
import './field.css';

/** One round on site: works the same with and without a network, once it was opened with one. */
export function RoundScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTexts(texts);
  const inFrame = useTexts(frameTexts);
  const kind = kindOfSegment(params['segment'] ?? '');
  useWorker();
  return kind === undefined ? (
    <Screen title={inFrame.notFound} back={{ href: FIELD_PLACE, name: t.back }}>
      <EmptyState icon="search" title={inFrame.notFoundHelp} />
    </Screen>
  ) : (
    <RoundOf kind={kind} roundId={params['roundId'] ?? ''} />
  );
}

function RoundOf({ kind, roundId }: { kind: SubjectKind; roundId: string }) {
  const t = useTexts(texts);
  const { data: round, keptAt, error, refetch } = useRound(kind, roundId);
  return (
    <Screen
      title={round?.subject.title ?? t.title}
      back={{ href: FIELD_PLACE, name: t.back }}
      lead={
        round && (
          <span className="row-facts">
            {round.state === 'open' ? (
              <Mark tone="asked" icon="play">
                {t.open}
              </Mark>
            ) : (
              <Mark tone="good" icon="check">
                {t.closed}
              </Mark>
            )}
            {round.subject.kelurahan}
            <ConsoleLink href={subjectAddress(round.subject)}>
              {t[`subject.${round.subject.kind}`]}
            </ConsoleLink>
          </span>
        )
      }
    >
      {keptAt !== null && <AsKept at={keptAt} />}
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {round === undefined && error === null && <Loading />}
      {round !== undefined && (
        <Work key={round.roundId} round={round} isAway={keptAt !== null} onChanged={refetch} />
      )}
    </Screen>
  );
}

function Work({
  round,
  isAway,
  onChanged,
}: {
  round: Round;
  /** No network answers. */
  isAway: boolean;
  onChanged: () => void;
}) {
  const t = useTexts(texts);
  const outbox = useFieldOutbox(onChanged);
  const items = useMemo(() => siteItems(round, outbox.items), [round, outbox.items]);
  // What the server has is no longer kept here.
  useEffect(() => {
    const there = new Set(round.items.map(({ itemId }) => itemId));
    for (const item of outbox.items)
      if (item.state === 'received' && there.has(item.key)) outbox.remove(item);
  }, [round, outbox]);
  const outline = newestOf(items, 'outline')?.content;
  // Where nothing was applied for, there is nothing to compare with.
  const isOfGround = round.applied !== null;
  const compared = isOfGround ? t.compare : t.measured;
  const bring = { round, items, add: outbox.add };
  return (
    <>
      <OutboxState outbox={outbox} items={items} />
      <RoundBriefing round={round} />
      <RoundMap round={round} items={items} />
      {isAway && <RoundSketch round={round} items={items} />}
      {round.mayWork && <TaskList {...bring} />}
      {round.mayWork && !isOfGround && <Seen {...bring} />}
      {round.mayWork && (
        <>
          <PointForm {...bring} />
          <FileForm {...bring} />
          <CornerForm {...bring} />
        </>
      )}
      <section className="block" aria-label={compared}>
        <h2>{compared}</h2>
        <ComparisonFacts applied={round.applied} outline={outline ?? null} />
      </section>
      {round.mayWork && isOfGround && <Seen {...bring} />}
      <ItemList round={round} items={items} outbox={outbox} />
      <ClosingForm round={round} items={items} onChanged={onChanged} />
    </>
  );
}

/** What is written, measured with a tape and photographed: first where there is no plot to be measured. */
function Seen(bring: Bring) {
  return (
    <>
      <PhotoForm {...bring} />
      <MeasureForm {...bring} />
      <NoteForm {...bring} />
    </>
  );
}
