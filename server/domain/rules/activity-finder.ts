import type { Activity } from './rule-set.ts';
import { queryTokens, tokensOf, toWord, type Word, wordLikeness } from './spelling.ts';

/** A five-digit KBLI entry. */
export type KbliEntry = { readonly edition: string; readonly code: string; readonly title: string };

/** What people call an activity: its KBLI codes, and words that activity names of a matrix contain. */
export type PlainWord = {
  readonly word: string;
  readonly kbli: readonly string[];
  readonly activityWords: readonly string[];
};

export type MatchedBy = 'name' | 'synonym' | 'plainWord' | 'kbliCode' | 'kbliTitle';
export type ActivityHit = {
  readonly activity: Activity;
  readonly score: number;
  readonly matchedBy: MatchedBy;
};
export type KbliHit = { readonly entry: KbliEntry; readonly score: number; readonly matchedBy: MatchedBy };
export type Found = { readonly activities: readonly ActivityHit[]; readonly kbli: readonly KbliHit[] };

export type ActivityFinder = (query: string, limit?: number) => Found;

type Phrase = { readonly words: readonly Word[]; readonly joined: Word };
type Weighed<T> = {
  readonly target: T;
  readonly phrase: Phrase;
  readonly weight: number;
  readonly by: MatchedBy;
};

/** A hit below this is a suggestion at best; no verdict is given on it. */
export const MIN_VERDICT_SCORE = 0.75;
/** Below this a target is not shown: half a word alike is noise. */
const MIN_SCORE = 0.6;
/** Digits of a KBLI entry; what is shorter is a group of them. */
const WHOLE_CODE = 5;
/** A plain word counts only when the question says it nearly as it stands. */
const MIN_WORD_SCORE = 0.8;

const toPhrase = (tokens: readonly string[]): Phrase => ({
  words: tokens.map(toWord),
  joined: toWord(tokens.join('')),
});
const phraseOf = (text: string): Phrase => toPhrase(tokensOf(text));

/** Best likeness of each word of the question, weighed by its length; extra words of the target cost a little. */
const phraseLikeness = (query: Phrase, target: Phrase): number => {
  if (query.words.length === 0 || target.words.length === 0) return 0;
  let sum = 0;
  let letters = 0;
  for (const word of query.words) {
    let best = 0;
    for (const candidate of target.words) best = Math.max(best, wordLikeness(word, candidate));
    sum += best * word.text.length;
    letters += word.text.length;
  }
  const extra = Math.max(0, target.words.length - query.words.length);
  const separate = (sum / letters) * (1 - Math.min(0.25, 0.05 * extra));
  if (query.words.length === 1 && target.words.length === 1) return separate;
  return Math.max(separate, wordLikeness(query.joined, target.joined) * 0.98);
};

/** A name and its parts: `Restoran, Pusat Jajanan` and `Rumah Toko (Ruko)` are each two names. */
const nameParts = (name: string): readonly string[] => {
  const parts = name.split(/[,/()]|\s&\s|\sdan\s/i).map((part) => part.trim());
  return [...new Set([name, ...parts.filter((part) => part.length >= 2)])];
};

const activityPhrases = (
  activities: readonly Activity[],
  titles: ReadonlyMap<string, string>,
): readonly Weighed<Activity>[] =>
  activities.flatMap((target) => [
    ...nameParts(target.name).map((part, index) => ({
      target,
      phrase: phraseOf(part),
      weight: index === 0 ? 1 : 0.98,
      by: 'name' as const,
    })),
    ...target.synonyms.map((synonym) => ({
      target,
      phrase: phraseOf(synonym),
      weight: 0.99,
      by: 'synonym' as const,
    })),
    ...target.kbli.flatMap(({ edition, code }) => {
      const title = titles.get(`${edition}:${code}`);
      return title === undefined
        ? []
        : [{ target, phrase: phraseOf(title), weight: 0.85, by: 'kbliTitle' as const }];
    }),
  ]);

/** True when the name contains every word of the phrase; the score says how much of the name the phrase is. */
const containment = (phrase: Phrase, names: readonly Phrase[]): number => {
  let best = 0;
  for (const name of names) {
    const holdsAll = phrase.words.every((word) =>
      name.words.some((other) => wordLikeness(word, other) >= 0.9),
    );
    if (holdsAll) best = Math.max(best, 0.85 + 0.15 * Math.min(1, phrase.words.length / name.words.length));
  }
  return best;
};

/**
 * Makes a search over the activities of one regulation and the KBLI list: by activity name, its own synonyms, plain
 * words ("bengkel", "kos-kosan", "sarang walet"), KBLI code (whole, its beginning, or of a group that an activity is
 * linked to) and KBLI title. It forgives one or
 * two slips, old spellings and common affixes. An activity and a KBLI entry are answered separately: the matrix
 * decides on activities only.
 */
export const createActivityFinder = (
  activities: readonly Activity[],
  kbli: readonly KbliEntry[],
  plainWords: readonly PlainWord[],
): ActivityFinder => {
  const titles = new Map(kbli.map((entry) => [`${entry.edition}:${entry.code}`, entry.title]));
  const editions = new Set(kbli.map(({ edition }) => edition));
  // One code may mean two things in two editions: a link of another edition than the list is no answer to a code.
  const isOfList = (edition: string): boolean => editions.size === 0 || editions.has(edition);
  const byActivity = activityPhrases(activities, titles);
  const names = new Map(activities.map((activity) => [activity, nameParts(activity.name).map(phraseOf)]));
  const byKbli: readonly Weighed<KbliEntry>[] = kbli.map((target) => ({
    target,
    phrase: phraseOf(target.title),
    weight: 0.9,
    by: 'kbliTitle',
  }));
  const words = plainWords.map((entry) => ({
    entry,
    phrase: phraseOf(entry.word),
    activityPhrases: entry.activityWords.map(phraseOf),
  }));

  return (text, limit = 10) => {
    const activityHits = new Map<Activity, ActivityHit>();
    const kbliHits = new Map<KbliEntry, KbliHit>();
    const offerActivity = (activity: Activity, score: number, matchedBy: MatchedBy): void => {
      if (score >= MIN_SCORE && score > (activityHits.get(activity)?.score ?? 0))
        activityHits.set(activity, { activity, score, matchedBy });
    };
    const offerKbli = (entry: KbliEntry, score: number, matchedBy: MatchedBy): void => {
      if (score >= MIN_SCORE && score > (kbliHits.get(entry)?.score ?? 0))
        kbliHits.set(entry, { entry, score, matchedBy });
    };
    const offerCode = (code: string, score: number, by: MatchedBy, isPrefix: boolean): void => {
      const fits = (other: string): boolean => (isPrefix ? other.startsWith(code) : other === code);
      for (const entry of kbli) if (fits(entry.code)) offerKbli(entry, score, by);
      for (const activity of activities)
        for (const link of activity.kbli) {
          if (!isOfList(link.edition)) continue;
          if (fits(link.code)) offerActivity(activity, score, by);
          // A matrix may link an activity to a whole group; the narrower the group, the better it fits.
          else if (isPrefix && code.length === WHOLE_CODE && code.startsWith(link.code))
            offerActivity(activity, 0.8 + 0.03 * link.code.length, by);
        }
    };

    const digits = text.replace(/^\s*kbli\s*/i, '').trim();
    if (/^\d{2,5}$/.test(digits)) offerCode(digits, digits.length === WHOLE_CODE ? 1 : 0.9, 'kbliCode', true);
    const query = toPhrase(queryTokens(text));
    for (const { target, phrase, weight, by } of byActivity)
      offerActivity(target, phraseLikeness(query, phrase) * weight, by);
    for (const { target, phrase, weight, by } of byKbli)
      offerKbli(target, phraseLikeness(query, phrase) * weight, by);
    for (const { entry, phrase, activityPhrases: phrases } of words) {
      const score = Math.min(phraseLikeness(query, phrase), phraseLikeness(phrase, query));
      if (score < MIN_WORD_SCORE) continue;
      for (const [index, code] of entry.kbli.entries())
        offerCode(code, score * (0.97 - 0.01 * index), 'plainWord', false);
      for (const [index, wanted] of phrases.entries())
        for (const [activity, own] of names) {
          const held = containment(wanted, own);
          if (held > 0) offerActivity(activity, score * held * (0.98 - 0.02 * index), 'plainWord');
        }
    }
    const best = <H extends { readonly score: number }>(hits: Iterable<H>): readonly H[] =>
      [...hits].toSorted((a, b) => b.score - a.score).slice(0, limit);
    return { activities: best(activityHits.values()), kbli: best(kbliHits.values()) };
  };
};
