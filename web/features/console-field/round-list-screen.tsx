import { useCallback, useEffect, useState } from 'react';
import { reachOf } from '#domain/accounts/rights';
import type { RoundList } from '#domain/field-round/round';
import { SUBJECT_KINDS, SUBJECTS, type SubjectKind } from '#domain/field-round/subject-kind';
import { SUBJECT_WORDS } from '#domain/field-round/words';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatArea } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { forgetRounds } from '../../offline/kept-rounds.ts';
import {
  ConsoleLink,
  EmptyState,
  Failure,
  goTo,
  Loading,
  Moment,
  Screen,
  useAct,
  useConsole,
} from '../console-frame/index.ts';
import { openRound, roundAddress } from './field-api.ts';
import { AsKept, OutboxState } from './standing.tsx';
import { texts } from './texts.ts';
import { useFieldOutbox } from './use-field-outbox.ts';
import { useRounds } from './use-round.ts';
import { useWorker } from './use-worker.ts';
import './field.css';

/** What waits to be looked at on site, one list for each kind of subject that who is here may go out for. */
export function RoundListScreen() {
  const t = useTexts(texts);
  const announce = useAnnounce();
  const { member } = useConsole();
  const [arrivals, setArrivals] = useState(0);
  const outbox = useFieldOutbox(useCallback(() => setArrivals((count) => count + 1), []));
  const kinds = SUBJECT_KINDS.filter(
    (kind) => member !== null && reachOf(member, SUBJECTS[kind].workAction).length > 0,
  );
  useWorker();
  const wipe = async (): Promise<void> => {
    await forgetRounds();
    announce(t.wiped);
  };
  return (
    <Screen title={t.title} lead={t.lead}>
      <OutboxState outbox={outbox} items={null} />
      {kinds.map((kind) => (
        <ListOf key={kind} kind={kind} arrivals={arrivals} hasHeading={kinds.length > 1} />
      ))}
      <p>
        <button type="button" className="link-button" onClick={() => void wipe()}>
          {t.wipe}
        </button>
      </p>
    </Screen>
  );
}

/** Rounds about one kind of subject: one's own first. */
function ListOf({
  kind,
  arrivals,
  hasHeading,
}: {
  kind: SubjectKind;
  /** How often the server has received something: counts stand in the list. */
  arrivals: number;
  hasHeading: boolean;
}) {
  const { language } = useReader();
  const words = SUBJECT_WORDS[kind];
  const { data, keptAt, error, refetch } = useRounds(kind);
  useEffect(() => {
    if (arrivals > 0) refetch();
  }, [arrivals, refetch]);
  return (
    <section className="block" aria-label={words.several[language]}>
      {hasHeading && <h2>{words.several[language]}</h2>}
      {keptAt !== null && <AsKept at={keptAt} />}
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data?.rounds.length === 0 && (
        <EmptyState icon="pin" title={words.noneWaits[language]}>
          <p>{words.noneHelp[language]}</p>
        </EmptyState>
      )}
      {data !== undefined && data.rounds.length > 0 && (
        <ul className="rows">
          {data.rounds.map((row) => (
            <Line key={row.subject.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ row }: { row: RoundList['rounds'][number] }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { isBusy, error, run } = useAct();
  const { subject, roundId } = row;
  const begin = (): void =>
    void run(async () => {
      const round = await openRound(subject.kind, subject.id, language);
      goTo(roundAddress(subject.kind, round.roundId), 'push');
    });
  return (
    <li className="field-row">
      <div>
        <p className="row-title tabular">{subject.title}</p>
        <p className="row-facts">
          {subject.kelurahan !== null && <span>{subject.kelurahan}</span>}
          {row.areaM2 !== null && <span>{formatArea(row.areaM2, language)}</span>}
          {row.openedBy !== null && <span>{row.isMine ? t.mine : t.openedBy(row.openedBy)}</span>}
          {roundId !== null && <span>{t.count(row.itemCount)}</span>}
          {row.waitingSince !== null && (
            <span>
              {t.since} <Moment at={row.waitingSince} />
            </span>
          )}
        </p>
        {error !== null && <Failure error={error} />}
      </div>
      {roundId === null ? (
        <button type="button" className="button" aria-disabled={isBusy} onClick={begin}>
          {t.begin}
          <span className="hidden-visually"> {subject.title}</span>
        </button>
      ) : (
        <ConsoleLink
          className={row.isMine ? 'button-primary' : 'button'}
          href={roundAddress(subject.kind, roundId)}
        >
          {t.goOn}
          <span className="hidden-visually"> {subject.title}</span>
        </ConsoleLink>
      )}
    </li>
  );
}
