import type { RoundList } from '#domain/field-round/round';
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
} from '../console-frame/index.ts';
import { openRound } from './field-api.ts';
import { AsKept, OutboxState } from './standing.tsx';
import { texts } from './texts.ts';
import { useFieldOutbox } from './use-field-outbox.ts';
import { useRounds } from './use-round.ts';
import { useWorker } from './use-worker.ts';
import './field.css';

export const FIELD_PLACE = '/konsol/lapangan';

/** Plots that wait to be measured: one's own rounds first. */
export function RoundListScreen() {
  const t = useTexts(texts);
  const announce = useAnnounce();
  const { data, keptAt, error, refetch } = useRounds();
  const outbox = useFieldOutbox(refetch);
  useWorker();
  const wipe = async (): Promise<void> => {
    await forgetRounds();
    announce(t.wiped);
  };
  return (
    <Screen title={t.title} lead={t.lead}>
      {keptAt !== null && <AsKept at={keptAt} />}
      <OutboxState outbox={outbox} items={null} />
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data?.rounds.length === 0 && (
        <EmptyState icon="pin" title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      )}
      {data !== undefined && data.rounds.length > 0 && (
        <ul className="rows">
          {data.rounds.map((row) => (
            <Line key={row.subject.id} row={row} />
          ))}
        </ul>
      )}
      <p>
        <button type="button" className="link-button" onClick={() => void wipe()}>
          {t.wipe}
        </button>
      </p>
    </Screen>
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
      goTo(`${FIELD_PLACE}/${round.roundId}`, 'push');
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
        <ConsoleLink className={row.isMine ? 'button-primary' : 'button'} href={`${FIELD_PLACE}/${roundId}`}>
          {t.goOn}
          <span className="hidden-visually"> {subject.title}</span>
        </ConsoleLink>
      )}
    </li>
  );
}
