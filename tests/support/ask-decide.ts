import type { RegulationRules, RuleSet } from '../../server/domain/rules/rule-set.ts';
import { type Answer, answerSchema } from '../../server/domain/zoning/answer.ts';
import { decide, type Question } from '../../server/domain/zoning/decide.ts';
import type { Facts } from '../../server/domain/zoning/facts.ts';
import { aRuleSet } from './a-rule-set.ts';
import { aCity, aVersion, someFacts } from './some-facts.ts';

/** A question about a point on a day, without an activity. */
export const question = (given: Partial<Question> = {}): Question => ({
  city: aCity(),
  asOf: '2026-11-22',
  point: [116.83, -1.27],
  askedFor: null,
  findActivities: null,
  ...given,
});

/** Finds the one activity of that id. */
export const byId = (id: string) => (rules: RegulationRules) => {
  const activity = rules.activities.get(id);
  return activity === undefined ? [] : [activity];
};

/** The answer, read as everybody reads it. */
export const ask = (facts: Facts, rules: RuleSet = aRuleSet(), given: Partial<Question> = {}): Answer =>
  answerSchema.parse(decide(question(given), facts, [rules]));

/** A layer of floods in force that covers the city. */
export const floodVersion = aVersion({
  layer_id: 'overlay-banjir',
  kind: 'overlay',
  theme: 'banjir',
  version_id: 'cccccccccccccccc',
});
export const withFlood = [...someFacts().versions, floodVersion];

/** The lists that a theme stands in. */
export const themeState = (answer: Answer, code: string) =>
  (['concerned', 'notConcerned', 'noData'] as const).filter((state) =>
    answer.themes[state].some((row) => row.code === code),
  );
