import { createHash } from 'node:crypto';
import type { Actor } from '#domain/accounts/actor';
import type { SentItem } from '#domain/field-round/item';
import { outlineFault } from '#domain/field-round/outline';
import { canonicalJson, type Json } from '#domain/log/canonical-json';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { inTheNameOf } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import { bumpRevision, countItems, findItem, findPhoto, insertItem, lockOpenRound } from './queries.ts';
import type { RoundDeps } from './round-deps.ts';

/** What one round holds at most. */
export const MOST_ITEMS = 1_000;
export const MOST_PHOTOS = 60;

interface Receipt {
  readonly receivedAt: Date;
  readonly revision: number;
}

/**
 * Takes an item in, once however often it is sent: the id was made by the device. Nothing that is there is changed, so
 * that two devices that come home at once both keep what they brought.
 */
export async function takeItem(
  deps: RoundDeps,
  actor: Actor,
  { roundId, itemId }: { readonly roundId: string; readonly itemId: string },
  { content, recordedAt }: SentItem,
): Promise<Result<Receipt, Problem>> {
  const photo = content.kind === 'photo' ? await findPhoto(deps.sql, roundId, itemId) : undefined;
  return await inTheNameOf(deps.sql, actor, async (tx): Promise<Result<Receipt, Problem>> => {
    const open = await lockOpenRound(tx, roundId);
    const kept = await findItem(tx, roundId, itemId);
    if (kept !== undefined)
      return canonicalJson(kept.content as Json) === canonicalJson(content as Json)
        ? ok({ receivedAt: kept.receivedAt, revision: open?.revision ?? 0 })
        : fail(problem('itemDiffers'));
    if (open === undefined) return fail(problem('roundClosed'));
    if ((await countItems(tx, roundId)) >= MOST_ITEMS)
      return fail(problem('roundFull', { items: MOST_ITEMS, photos: MOST_PHOTOS }));
    if (content.kind === 'outline') {
      const fault = outlineFault(content.corners);
      if (fault !== null) return fail(problem('outlineFaulty', { fault }));
    }
    if (content.kind === 'withdrawal' && (await findItem(tx, roundId, content.itemId)) === undefined)
      return fail(problem('itemUnknown'));
    if (content.kind === 'photo' && photo === undefined) return fail(problem('photoMissing'));
    const now = deps.clock.now();
    await insertItem(tx, { roundId, itemId, accountId: actor.accountId, content, recordedAt, now });
    const revision = await bumpRevision(tx, roundId);
    const facts = {
      roundId,
      itemId,
      kind: content.kind,
      contentSha256: sha256Of({ content, recordedAt } as Json),
      photoSha256: photo?.sha256 ?? null,
    };
    await audit(tx, { kind: 'round.itemAdded', actor: `account:${actor.accountId}`, facts }, deps.clock);
    return ok({ receivedAt: now, revision });
  });
}

/** Hash of the one spelling of something. */
export const sha256Of = (value: Json): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
