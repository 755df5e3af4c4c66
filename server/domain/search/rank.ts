import { likeness } from './edit-distance.ts';
import type { Candidate, TargetKind } from './target.ts';

/** Lead of a kind over another when the spelling fits both: an area is meant before a shop named after it. */
const KIND_LEAD: Readonly<Record<TargetKind, number>> = {
  coordinate: 0.1,
  kelurahan: 0.06,
  kecamatan: 0.05,
  street: 0.03,
  block: 0.02,
  place: 0,
  parcel: 0,
};
/** When the words themselves say the kind (`jl …`). */
const SAID_KIND_LEAD = 0.25;

/**
 * How well a folded name fits a folded query, 0…1: whole words first, then their beginnings, then likeness letter by
 * letter, with and without the spaces between words.
 */
export function fit(query: string, key: string): number {
  if (query === key) return 1;
  const [joinedQuery, joinedKey] = [query.replaceAll(' ', ''), key.replaceAll(' ', '')];
  if (joinedQuery === joinedKey) return 0.99;
  if (key.startsWith(`${query} `)) return 0.9 + 0.08 * (query.length / key.length);
  const whole = likeness(joinedQuery, joinedKey);
  const started = joinedKey.startsWith(joinedQuery)
    ? 0.75 + 0.2 * (joinedQuery.length / joinedKey.length)
    : 0;
  return Math.max(whole, started, fitOfWords(query.split(' '), key.split(' ')));
}

/** Every query word takes its likest word of the name; words of the name that nobody asked for cost a little. */
function fitOfWords(asked: readonly string[], named: readonly string[]): number {
  const free = new Set(named);
  let fitting = 0;
  let letters = 0;
  for (const [index, word] of asked.entries()) {
    let best = { score: 0, word: '' };
    for (const candidate of free) {
      const score = likenessOfWord(word, candidate, index === asked.length - 1);
      if (score > best.score) best = { score, word: candidate };
    }
    free.delete(best.word);
    fitting += best.score * word.length;
    letters += word.length;
  }
  const unasked = [...free].reduce((sum, word) => sum + word.length, 0);
  return (fitting / letters) * (1 - 0.25 * (unasked / (unasked + letters)));
}

/** The last word may still be being typed. */
function likenessOfWord(asked: string, named: string, isLast: boolean): number {
  const score = likeness(asked, named);
  return isLast && asked.length >= 2 && named.startsWith(asked) ? Math.max(score, 0.9) : score;
}

/**
 * Orders candidates by fit, the kind that was said, and the kind's lead; one target appears once, by its best name.
 *
 * @param query folded like the candidates' keys
 * @returns the best first; nothing that fits worse than `atLeast`
 */
export function rank<C extends Candidate>(
  query: string,
  candidates: readonly C[],
  { said, limit, atLeast = 0.45 }: { said: TargetKind | null; limit: number; atLeast?: number },
): C[] {
  const best = new Map<string, { candidate: C; score: number }>();
  for (const candidate of candidates) {
    const score = fit(query, candidate.key);
    if (score < atLeast) continue;
    const lead = candidate.kind === said ? SAID_KIND_LEAD : KIND_LEAD[candidate.kind];
    const id = `${candidate.kind}\n${candidate.versionId}\n${candidate.target}`;
    const known = best.get(id);
    if (known === undefined || known.score < score + lead) best.set(id, { candidate, score: score + lead });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || a.candidate.key.length - b.candidate.key.length)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}
