import { randomBytes } from 'node:crypto';
import { SHAPES } from '#domain/correction/answer-rows';
import type { NewCorrection } from '#domain/correction/correction';
import { type Problem, problem } from '#domain/problem';
import { cleanText } from '#domain/publication/clean-text';
import { fail, ok, type Result } from '#domain/result';
import { calendarDay } from '../../platform/clock.ts';
import { sha256 } from '../../platform/crypto.ts';
import { audit } from '../log/index.ts';
import type { CorrectionDeps } from './correction-deps.ts';
import { insertCase, insertContact } from './queries.ts';
import { rowsAt } from './rows-at.ts';

/** What an encrypted contact is bound to. */
export const CONTACT_PURPOSE = 'correction';

export interface OpenedCase {
  readonly ticket: string;
  readonly secret: string;
}

/** What is kept of the secret of a case. */
export const hashOfSecret = (secret: string): Uint8Array => sha256(new TextEncoder().encode(secret));

/**
 * Opens a case about one row behind the answer at a place. The answer is made anew here, so that a case is about what the
 * register says, not about what somebody claims that it says.
 * @returns `hiddenFieldFilled`, or `rowUnknown` when no such row stands behind that answer
 */
export async function openCase(
  deps: CorrectionDeps,
  asked: NewCorrection,
): Promise<Result<OpenedCase, Problem>> {
  if ((asked.website ?? '') !== '') return fail(problem('hiddenFieldFilled'));
  const now = deps.clock.now();
  const today = calendarDay(now, deps.city.timeZone);
  const on = asked.on ?? today;
  const { answer, rows } = await rowsAt(deps, [asked.lon, asked.lat], on);
  const found = rows.find(({ row }) => row.key === asked.row);
  if (found === undefined) return fail(problem('rowUnknown'));
  const secret = randomBytes(18).toString('base64url');
  const contact = cleanText(asked.contact ?? '').text.trim();
  const ticket = await deps.sql.begin(async (tx) => {
    const made = await insertCase(tx, {
      secretHash: hashOfSecret(secret),
      row: found.told,
      rule: found.row.rule,
      isShape: SHAPES.has(found.row.kind),
      point: [asked.lon, asked.lat],
      areaName: answer.admin.find(({ level }) => level === 'kelurahan')?.name ?? null,
      askedOn: on,
      message: cleanText(asked.message).text,
      openedAt: now,
      year: today.slice(0, 4),
    });
    if (contact !== '')
      await insertContact(tx, made.correctionId, deps.keys.encrypt('personal', contact, CONTACT_PURPOSE));
    const { key: rowKey, layerId, versionId } = found.told;
    const facts = { ...made, layerId, versionId, rowKey, hasContact: contact !== '' };
    await audit(tx, { kind: 'correction.opened', actor: 'public', facts }, deps.clock);
    return made.ticket;
  });
  return ok({ ticket, secret });
}
