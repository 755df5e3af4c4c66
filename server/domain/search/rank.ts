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

/** An alias that fits no better than the name itself does not replace it. */
const ALIAS_COST = 0.02;

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

/** Pairs every query word with its likest free word of the name; name words that nobody asked for cost a little. */
function fitOfWords(asked: readonly string[], named: readonly string[]): number {
  const pairs = asked.flatMap((word, row) =>
    named.map((other, column) => {
      const score = likenessOfWord(word, other, row === asked.length - 1);
      return { row, column, score, weight: score * word.length };
    }),
  );
  const [takenRows, takenColumns] = [new Set<number>(), new Set<number>()];
  let fitting = 0;
  for (const { row, column, weight } of pairs.sort((a, b) => b.score - a.score)) {
    if (takenRows.has(row) || takenColumns.has(column)) continue;
    takenRows.add(row);
    takenColumns.add(column);
    fitting += weight;
  }
  const letters = asked.join('').length;
  const unasked = named.filter((_, column) => !takenColumns.has(column)).join('').length;
  return (fitting / letters) * (1 - 0.25 * (unasked / (unasked + letters)));
}

/** The last word may still be being typed, and a single letter may stand for a whole name (`A Yani`). */
function likenessOfWord(asked: string, named: string, isLast: boolean): number {
  const score = likeness(asked, named);
  if (!named.startsWith(asked)) return score;
  if (isLast && asked.length >= 2) return Math.max(score, 0.9);
  return asked.length === 1 ? Math.max(score, 0.8) : score;
}

/** Fits worse than this are another name: `mobil goreng` is no `bubur goreng`. Misspelt names lie above 0.6. */
const FLOOR = 0.58;
/** One word of few letters bears one slip: with two of four changed any name fits, or the `XX` behind a name. */
const SHORT_FLOOR = 0.75;
const isShort = (query: string): boolean => query.length <= 5 && !query.includes(' ');

/**
 * Orders candidates by fit, the kind that was said, and the kind's lead; one target appears once, by its best name.
 *
 * @param query folded like the candidates' keys
 * @returns the best first; nothing that fits worse than `atLeast`
 */
export function rank<C extends Candidate>(
  query: string,
  candidates: readonly C[],
  {
    said,
    limit,
    atLeast = isShort(query) ? SHORT_FLOOR : FLOOR,
  }: { said: TargetKind | null; limit: number; atLeast?: number },
): C[] {
  const best = new Map<string, { candidate: C; score: number }>();
  for (const candidate of candidates) {
    const score = fit(query, candidate.key);
    if (score < atLeast) continue;
    const kindLead = candidate.kind === said ? SAID_KIND_LEAD : KIND_LEAD[candidate.kind];
    const lead = candidate.isAlias ? kindLead - ALIAS_COST : kindLead;
    const id = `${candidate.kind}\n${candidate.versionId}\n${candidate.target}`;
    const known = best.get(id);
    if (known === undefined || known.score < score + lead) best.set(id, { candidate, score: score + lead });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || a.candidate.key.length - b.candidate.key.length)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}
