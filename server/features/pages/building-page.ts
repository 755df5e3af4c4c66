import type { Context } from 'hono';
import type { Building } from '#domain/building/building';
import type { Proposal } from '#domain/building/proposal';
import type { Language } from '#domain/language';
import { type Problem, problem } from '#domain/problem';
import { problemDetail } from '#domain/problem-text';
import type { Result } from '#domain/result';
import { type ReadingContent, readProposalOf } from '../../../web/entry-server.tsx';
import { calendarDay } from '../../platform/clock.ts';
import { isDay } from '../../platform/http/parameters.ts';
import { PROBLEM_STATUS } from '../../platform/http/problem-status.ts';
import { readLanguage } from './read-language.ts';
import { type PageStatus, pageStatusOf } from './send-html.ts';
import type { ReadingSenderDeps, SendReading } from './send-reading.ts';

/** What may be built on a parcel on a day; null proposal: nothing in mind. */
export type AnswerBuilding = (
  nib: string,
  on: string,
  proposal: Proposal | null,
) => Promise<Result<Building, Problem>>;

/** Longest number that an address may ask for, as in the API. */
const NIB_LENGTH = 40;

interface ReadBuilding {
  readonly content: Extract<ReadingContent, { page: 'building' }>;
  readonly status: PageStatus;
}

/** The page “what can be built?” of an address: `?nib=…&dasar=120&lantai=2`. */
async function readBuilding(
  query: URLSearchParams,
  on: string,
  language: Language,
  answer: AnswerBuilding,
): Promise<ReadBuilding> {
  const written = (query.get('nib') ?? '').slice(0, NIB_LENGTH * 2);
  // No text of the database can hold NUL, and no number of a parcel any other control character.
  const isText = !/[^\P{Cc}\s]/u.test(written);
  const nib = isText ? written.replace(/[\s.-]/g, '').slice(0, NIB_LENGTH) : '';
  const { proposal, unread } = readProposalOf(query, language);
  const bare = { page: 'building', nib, building: null, proposal, problem: unread } as const;
  const refused = (failure: Problem): ReadBuilding => {
    return {
      content: { ...bare, problem: problemDetail(failure, language) },
      status: pageStatusOf(PROBLEM_STATUS[failure.code]),
    };
  };
  if (!isText) return refused(problem('badRequest'));
  if (nib === '') return { content: bare, status: 200 };
  const found = await answer(nib, on, Object.keys(proposal).length === 0 ? null : proposal);
  return found.ok ? { content: { ...bare, building: found.value }, status: 200 } : refused(found.problem);
}

/** `GET /bangun?nib=…`: a form asks here, with entries of its own, so the page is made anew each time. */
export const sendBuilding =
  (deps: ReadingSenderDeps & { readonly answerBuilding: AnswerBuilding }, send: SendReading) =>
  async (c: Context): Promise<Response> => {
    const query = new URL(c.req.url).searchParams;
    const today = calendarDay(deps.clock.now(), deps.city.timeZone);
    const written = query.get('on') ?? '';
    const on = isDay(written) && written !== today ? written : null;
    try {
      const { content, status } = await readBuilding(
        query,
        on ?? today,
        readLanguage(c),
        deps.answerBuilding,
      );
      if (status === 503) c.header('retry-after', '5');
      return await send(c, content, on, status);
    } catch (error) {
      deps.log.error({ err: error }, 'a page for reading has no content');
      return send(c, { page: 'missing', what: 'server', asked: '', offers: [] }, null);
    }
  };
