import type { ServiceSettings } from '#domain/krk/settings';
import { type Problem, problem } from '#domain/problem';
import type { PaperRow } from './queries.ts';

/**
 * Why a file is not complete: a paper that was refused and not brought again, or a required one that nobody has accepted. Null
 * when nothing stands in the way.
 */
export function refuseOpenPapers(
  given: readonly Pick<PaperRow, 'kind' | 'verdict'>[],
  { papers: asked }: Pick<ServiceSettings, 'papers'>,
): Problem | null {
  const accepted = new Set(given.filter(({ verdict }) => verdict === 'accepted').map(({ kind }) => kind));
  const refused = given.filter(({ verdict }) => verdict === 'refused').map(({ kind }) => kind);
  const required = (asked ?? []).filter(({ isRequired }) => isRequired).map(({ id }) => id);
  const open = [...new Set([...refused, ...required])].filter((kind) => !accepted.has(kind));
  if (open.length === 0) return null;
  const names = open.map((kind) => asked?.find(({ id }) => id === kind)?.name ?? kind);
  return problem('papersOpen', { papers: names });
}
