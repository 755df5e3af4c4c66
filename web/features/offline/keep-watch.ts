import type { PageData } from '../../app/page-data.ts';
import { confirmPacks, savedPacks } from '../../offline/pack-store.ts';
import { offeredPacks } from '../../offline/save-pack.ts';
import { answerKey, keepAnswer, keyOfPath, markOutdated, savedPlaces } from '../../offline/saved-answers.ts';
import { startSender } from '../../offline/send-outbox.ts';
import { REPORT, sendReport } from '../../offline/send-report.ts';
import { heard, standIn } from './stand-in.ts';

/**
 * Keeps every answer that comes, the one that the page brought too, compares what is kept with what is in force, and sends
 * what waits to be sent.
 */
export function keepWatch(): void {
  standIn();
  heard.add((path, answer) => {
    const key = keyOfPath(path);
    if (key !== null) quietly(keepAnswer(key, answer as Parameters<typeof keepAnswer>[1], new Date()));
  });
  quietly(keepFirstAnswer());
  quietly(compare());
  // A report that somebody wrote where no network was goes out from whatever page is open when there is one.
  startSender({ [REPORT]: sendReport }, () => undefined);
  window.addEventListener('online', () => quietly(compare()));
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
  await keepAnswer(answerKey(lng, lat, query.get('on'), activity), content.answer, new Date());
}

/** Asks only when something is kept. */
async function compare(): Promise<void> {
  if ((await savedPacks()).length > 0) {
    const offers = await offeredPacks();
    if (offers.ok)
      await confirmPacks(new Map(offers.value.map((one) => [one.packId, one.state])), new Date());
  }
  if ((await savedPlaces()).length === 0) return;
  const response = await fetch('/tiles/current.json');
  if (!response.ok) return;
  const { layers } = (await response.json()) as { layers: { layerId: string; versionId: string }[] };
  await markOutdated(new Map(layers.map(({ layerId, versionId }) => [layerId, versionId])));
}
