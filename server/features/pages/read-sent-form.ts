import type { Context } from 'hono';
import { type FormFields, writeCorners } from '#domain/krk/application-form';
import { FORM_PARTS, type FormPart } from '#domain/krk/form-parts';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { isOfThisOrigin } from '../accounts/index.ts';
import { readOutline } from '../lookup/index.ts';
import { FORM_TYPES, mostBytes, parseForm } from './parse-form.ts';
import { readLanguage } from './read-language.ts';
import type { ReadingSenderDeps } from './send-reading.ts';

/** A form with one paper of each kind. */
const FORM_BYTES = 24_000_000;

/** What a form of an application sent. */
export interface SentForm {
  readonly fields: FormFields;
  readonly papers: readonly { readonly kind: string; readonly bytes: Uint8Array }[];
  readonly action: string;
  readonly reason: string;
  readonly revision: number;
  /** The part of the form that was sent; null for all of it, or for none. */
  readonly part: FormPart | null;
}

/** Reads what was sent: fields, papers, and the outline out of a file, which then is as if it had been typed. */
export async function readSent(
  c: Context,
  http: ReadingSenderDeps['http'],
): Promise<Result<SentForm, Problem>> {
  if (!isOfThisOrigin(c, http?.publicUrl)) return fail(problem('otherOrigin'));
  if (!hasMediaType(c, FORM_TYPES))
    return fail(problem('unsupportedMediaType', { accepted: [...FORM_TYPES] }));
  const body = await readBody(c, mostBytes(c, FORM_BYTES));
  if (!body.ok) return body;
  const sent = await parseForm(body.value, c.req.header('content-type') ?? '');
  if (!sent.ok) return sent;
  const fields: Record<string, string> = {};
  const papers: { kind: string; bytes: Uint8Array }[] = [];
  let outline: File | null = null;
  for (const [name, value] of sent.value) {
    if (typeof value === 'string') fields[name] = value;
    else if (value.size === 0) continue;
    else if (name === 'groundFile') outline = value;
    else if (name.startsWith('paper:'))
      papers.push({ kind: name.slice(6), bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  if (outline !== null) {
    const read = await readOutline(
      { name: outline.name, crs: null, bytes: new Uint8Array(await outline.arrayBuffer()) },
      readLanguage(c),
      c.req.raw.signal,
    );
    if (!read.ok) return read;
    const polygons = read.value.type === 'Polygon' ? [read.value.coordinates] : read.value.coordinates;
    const [rings, other] = polygons;
    const [ring, hole] = rings ?? [];
    // Which of several is meant, nobody but the applicant knows.
    if (ring === undefined || other !== undefined || hole !== undefined)
      return fail(problem('fileWithoutPolygon', { name: outline.name.slice(0, 60) }));
    fields['ground.from'] = 'file';
    fields['ground.corners'] = writeCorners(ring);
  }
  const { action = 'save', reason = '', revision = '0', part: named = '', ...rest } = fields;
  const part = FORM_PARTS.find((one) => one === named) ?? null;
  return ok({ fields: rest, papers, action, reason: reason.trim(), revision: Number(revision), part });
}
