import * as z from 'zod/mini';
import type { Text } from '#domain/language';
import type { ProblemCode } from '#domain/problem';
import { releaseSchema } from '#domain/release/release';
import { releaseStateSchema } from '#domain/release/release-state';
import type { Operation } from '../../platform/http/operation.ts';

export const BODY = { limitBytes: 200_000 };
export const listQuery = z.object({
  state: z.optional(releaseStateSchema),
  layer: z.optional(z.string().check(z.maxLength(60))),
  before: z.optional(z.uuid()),
});
export const consequencesQuery = z.object({
  on: z.optional(z.iso.date()),
  decreeOn: z.optional(z.iso.date()),
});

export const PATH = '/api/v1/staff/releases';
export const EXAMPLE = `${PATH}/00000000-0000-4000-8000-000000000000`;
export const nothing = z.object({});
export const idParameter = z.object({ id: z.uuid() });
export const idTexts = { id: { id: 'Nomor rilis.', en: 'Number of the release.' } };
export const seen = z.object({ 'If-Match': z.string().check(z.regex(/^"r\d{1,9}"$/)) });
export const once = z.object({
  'Idempotency-Key': z.optional(z.string().check(z.minLength(8), z.maxLength(128))),
});
export const headerTexts = {
  'If-Match': {
    id: 'Revisi rilis yang dilihat, seperti pada ETag-nya: "r7". Bila orang lain mengubahnya lebih dahulu, jawabannya 409 dengan keadaannya kini.',
    en: 'The revision of the release that was seen, as its ETag says: "r7". Where somebody else was first, the answer is 409 with its present state.',
  },
  'Idempotency-Key': {
    id: 'Dikirim lagi dengan kunci yang sama, hasilnya rilis yang sama.',
    en: 'Sent again under the same key, it is the same release.',
  },
};
export const JSON_BODY = { mediaTypes: ['application/json'], ...BODY };
export const release = { name: 'Release', schema: releaseSchema } as const;
export const itsState: Text = { id: 'Rilis itu kini.', en: 'The release as it is now.' };
export const MOVED: readonly ProblemCode[] = ['preconditionMissing', 'changedMeanwhile', 'stepNotPossible'];
export const ITEMS: readonly ProblemCode[] = [
  'layerTwice',
  'uploadNotStored',
  'versionUnknown',
  'rulesUnknown',
  'neverPublic',
];

/** One step of a release: who takes it names the revision that was seen. */
export const step = (
  name: string,
  operation: Pick<Operation, 'id' | 'title' | 'description' | 'body'> & { problems?: readonly ProblemCode[] },
  status: 200 | 202 = 200,
): Operation => ({
  method: 'post',
  path: `${PATH}/{id}/${name}`,
  isForStaff: true,
  params: idParameter,
  query: nothing,
  headers: seen,
  parameterTexts: { ...idTexts, ...headerTexts },
  answers: [{ status, text: itsState, ...release }],
  example: `${EXAMPLE}/${name}`,
  ...operation,
  problems: [...MOVED, ...(operation.problems ?? [])],
});

/** Something about one release. */
export const about = (
  name: string,
  operation: Pick<Operation, 'id' | 'title' | 'description'> & Partial<Operation>,
  answer: Operation['answers'][number],
): Operation => ({
  method: 'get',
  path: name === '' ? `${PATH}/{id}` : `${PATH}/{id}/${name}`,
  isForStaff: true,
  params: idParameter,
  query: nothing,
  answers: [answer],
  example: name === '' ? EXAMPLE : `${EXAMPLE}/${name}`,
  ...operation,
  parameterTexts: { ...idTexts, ...operation.parameterTexts },
});
