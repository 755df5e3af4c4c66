import { useEffect, useState } from 'react';
import { type Round, type RoundList, roundListSchema, roundSchema } from '#domain/field-round/round';
import type { SubjectKind } from '#domain/field-round/subject-kind';
import { isOffline } from '../../lib/api.ts';
import { type Kept, keepRound, keepRoundList, keptRound, keptRoundList } from '../../offline/kept-rounds.ts';
import { useStaffQuery } from '../console-frame/index.ts';
import { roundPath, roundsPath } from './field-api.ts';

/** What the server says, or where no network answers what this device has kept of it. */
interface OrKept<T> {
  readonly data: T | undefined;
  /** When the shown data was kept, milliseconds since 1970; null while the server is answering. */
  readonly keptAt: number | null;
  readonly error: Error | null;
  refetch(): void;
}

function useOrKept<T>(
  asked: { data: T | undefined; error: Error | null; refetch: () => void },
  keep: (data: T) => Promise<void>,
  readKept: () => Promise<Kept<T> | null>,
  name: string,
): OrKept<T> {
  const [found, setFound] = useState<{ readonly name: string; readonly kept: Kept<T> } | null>(null);
  const { data, error, refetch } = asked;
  const isAway = error !== null && isOffline(error);
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept once for each answer, whatever writes it
  useEffect(() => {
    // A device that keeps nothing shows everything while it is connected.
    if (data !== undefined && !isAway) keep(data).catch(() => undefined);
  }, [data, isAway]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up when the network goes, whatever reads it
  useEffect(() => {
    if (!isAway) return;
    let isGone = false;
    readKept()
      .then((kept) => {
        if (!isGone && kept !== null) setFound({ name, kept });
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [isAway, name]);
  // Also while the server is asked again: what somebody is writing must not go when the network comes back.
  const kept = data === undefined && found?.name === name ? found.kept : null;
  return {
    data: data ?? kept?.value,
    keptAt: kept?.keptAt ?? null,
    error: isAway && (kept !== null || data !== undefined) ? null : error,
    refetch,
  };
}

/** One round, also without a network once it was opened with one. */
export const useRound = (kind: SubjectKind, roundId: string): OrKept<Round> =>
  useOrKept(
    useStaffQuery(roundPath(kind, roundId), roundSchema),
    (round) => keepRound(roundId, round, Date.now()),
    () => keptRound<Round>(roundId),
    roundId,
  );

/** Rounds about one kind of subject, and what waits for one. */
export const useRounds = (kind: SubjectKind): OrKept<RoundList> =>
  useOrKept(
    useStaffQuery(roundsPath(kind), roundListSchema),
    (list) => keepRoundList(kind, list, Date.now()),
    () => keptRoundList<RoundList>(kind),
    kind,
  );
