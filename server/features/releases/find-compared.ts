import * as z from 'zod/mini';
import type { Thing } from '#domain/accounts/rights';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { findRelease, itemsOf } from './queries.ts';
import { thingOf } from './thing-of.ts';

/** Whose a release is and which drafts it holds, for a comparison; undefined when there is no such release. */
export const findCompared =
  ({ sql, clock, city }: Pick<Deps, 'sql' | 'clock' | 'city'>) =>
  async (
    releaseId: string,
  ): Promise<{ readonly thing: Thing; readonly versionIds: readonly string[] } | undefined> => {
    if (!z.uuid().safeParse(releaseId).success) return undefined;
    const release = await findRelease(sql, releaseId);
    if (release === undefined) return undefined;
    const items = await itemsOf(sql, [releaseId], calendarDay(clock.now(), city.timeZone));
    return {
      thing: thingOf(release, items),
      versionIds: items.flatMap(({ versionId }) => versionId ?? []),
    };
  };
