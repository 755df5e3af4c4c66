import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { DocumentDeps } from '../order.ts';
import { printable, printableJson } from '../sheet/printable.ts';
import type { Letter } from './letter.ts';

/**
 * Sets a letter as PDF and seals it with the key of this installation: whoever changes a byte of it is found out. The same
 * letter gives the same page; the seal is made anew.
 * @returns `busy`, `sourceUnavailable`, or why it was not sealed: nothing was made
 */
export async function makeLetter(
  deps: Pick<DocumentDeps, 'renderer' | 'signer'>,
  letter: Letter,
): Promise<Result<Uint8Array, Problem>> {
  const { pictures, madeAt, ...words } = letter;
  const sheet = { ...words, captions: pictures.map(({ caption }) => caption), made: partsOf(madeAt) };
  const rendered = await deps.renderer.render(
    {
      letter: printableJson(sheet),
      foot: printable(sheet.foot),
      pictures: pictures.map(({ bytes }) => bytes),
      madeAt: Math.floor(madeAt.getTime() / 1_000),
    },
    'office',
  );
  if (!rendered.ok) return fail(problem(rendered.problem === 'busy' ? 'busy' : 'sourceUnavailable'));
  const signed = await deps.signer.sign(rendered.value, madeAt, null);
  return signed.ok ? ok(signed.value.pdf) : fail(problem(signed.problem));
}

const partsOf = (moment: Date) => ({
  year: moment.getUTCFullYear(),
  month: moment.getUTCMonth() + 1,
  day: moment.getUTCDate(),
  hour: moment.getUTCHours(),
  minute: moment.getUTCMinutes(),
  second: moment.getUTCSeconds(),
});
