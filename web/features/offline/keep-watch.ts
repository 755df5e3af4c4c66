import type { Answer } from '#domain/zoning/answer';
import type { PageData } from '../../app/page-data.ts';
import { placeInAddress } from '../../lib/format.ts';
import { savedPacks } from '../../offline/pack-store.ts';
import { isSameState, knownRegister } from '../../offline/register.ts';
import { offeredPacks } from '../../offline/save-pack.ts';
import { keepAnswer, type Question, questionOf, savedPlaces } from '../../offline/saved-answers.ts';
import { startSender } from '../../offline/send-outbox.ts';
import { REPORT, sendReport } from '../../offline/send-report.ts';
import { LIMIT_MS, standIn } from './stand-in.ts';

/**
 * Keeps every answer that comes, the one that the page brought too, compares what is kept with what is in force, and sends
 * what waits to be sent.
 *
 * @param isEmptyPage no network brought the page
 */
export function keepWatch(isEmptyPage: boolean): void {
  standIn(
    (path, answer) => {
      const question = questionOf(path);
      if (question !== null && isChosen(question)) quietly(keep(question, answer as Answer));
    },
    isEmptyPage ? LIMIT_MS.emptyPage : LIMIT_MS.page,
  );
  quietly(keepFirstAnswer().then(compare));
  // A report that somebody wrote where no network was goes out from whatever page is open when there is one.
  startSender({ [REPORT]: sendReport }, () => undefined);
  window.addEventListener('online', () => quietly(compare()));
}

/** The place that the address names: where the map only passes by, and what a tool looks up, nobody wants to open again. */
function isChosen({ lon, lat }: Question): boolean {
  const chosen = new URLSearchParams(window.location.search).get('p') ?? '';
  const [lng = Number.NaN, latitude = Number.NaN] = chosen.split(',').map(Number);
  return placeInAddress([lng, latitude]) === placeInAddress([lon, lat]);
}

/** A browser that keeps nothing (private window, no room) still shows every answer. */
const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);

async function keepFirstAnswer(): Promise<void> {
  const written = document.getElementById('page-data')?.textContent;
  if (!written) return;
  const { content } = JSON.parse(written) as PageData;
  if (content.answer === null) return;
  const query = new URLSearchParams(window.location.search);
  const [lng, lat] = content.answer.place.point;
  const activity = content.page === 'location' ? query.get('activity') : null;
  await keepAnswer({ lon: lng, lat, on: query.get('on'), activity }, content.answer, new Date());
}

/** An answer of today's that was made from something else than what is known to be in force tells that this has changed. */
async function keep(question: Question, answer: Answer): Promise<void> {
  await keepAnswer(question, answer, new Date());
  if (question.on !== null) return;
  const register = await knownRegister();
  if (register === null || !isSameState(answer.versions, register.versions)) await compare();
}

/** Asks what is in force, so that what is kept can be judged by it; only when something is kept. */
async function compare(): Promise<void> {
  const kept = await Promise.all([savedPacks(), savedPlaces()]);
  if (kept.some(({ length }) => length > 0)) await offeredPacks();
}
