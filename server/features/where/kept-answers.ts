import { type LookupDeps, stateOf, versionsInForce } from '../lookup/index.ts';
import { answerWhere } from './answer-where.ts';

/** Answers kept as text, about 60 kB each; an answer depends on the versions in force and its question only. */
const KEPT = 100;

export interface KeptAnswer {
  /** Names the question and the versions that the answer is from. */
  readonly state: string;
  /** `WhereAllowed` as JSON. */
  readonly json: string;
}

/** Where an activity may be done on a day, as it is kept; null when no plan in force knows the activity. */
export type AskWhere = (activity: string, on: string) => Promise<KeptAnswer | null>;

/** Keeps the {@link KEPT} answers used last, for the API and the pages alike; who asks the same at once waits for one. */
export function keepWhere(deps: LookupDeps): AskWhere {
  const kept = new Map<string, Promise<string | null>>();
  return async (activity, on) => {
    const versions = await versionsInForce(deps.sql, on);
    const state = stateOf(versions, JSON.stringify(['where', activity, on]));
    const json =
      kept.get(state) ??
      answerWhere(deps, activity, on, versions).then((answer) =>
        answer === null ? null : JSON.stringify(answer),
      );
    kept.delete(state);
    kept.set(state, json);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(oldest);
    const forget = () => kept.get(state) === json && kept.delete(state);
    const answer = await json.catch((error: unknown) => {
      forget();
      throw error;
    });
    if (answer === null) forget();
    return answer === null ? null : { state, json: answer };
  };
}
