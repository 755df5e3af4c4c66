import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { say } from '../progress.ts';
import { atLeast, atMost, type BenchRow, median, percentile } from '../row.ts';
import {
  type Acknowledged,
  type Answered,
  atPace,
  countThere,
  openThinLine,
  sendPhoto,
  sendReport,
} from './report-sender.ts';

const THIN_LINE = 750_000;
const TEXTS_PER_SECOND = 50;
const WITH_PHOTOS_PER_SECOND = 3;
const SECONDS = 15;
const RUSH = 10;
const MOST_BYTES = 400_000;

/** A photo as a browser sends it: 12 megapixels made smaller until it has at most 400 kB. */
async function aPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 24 } as const;
  const taken = await sharp({
    create: { width: 4_000, height: 3_000, channels: 3, background: '#888', noise },
  })
    .jpeg({ quality: 90 })
    .toBuffer();
  for (const side of [2_048, 1_600, 1_280, 1_024]) {
    const smaller = await sharp(taken).resize(side, side, { fit: 'inside' }).jpeg({ quality: 70 }).toBuffer();
    if (smaller.byteLength <= MOST_BYTES) return smaller;
  }
  throw new Error('the photo of the load does not become small enough');
}

const acknowledgedOf = (answers: readonly Answered[]): Acknowledged[] =>
  answers.filter(({ status }) => status === 201).map(({ body }) => JSON.parse(body) as Acknowledged);
const statuses = (answers: readonly Answered[]): string => {
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} × ${status}`).join(', ');
};
const slowest = (answers: readonly Answered[]): string =>
  `p95 ${Math.round(
    percentile(
      answers.map(({ milliseconds }) => milliseconds),
      0.95,
    ),
  )} ms`;

/** One with photos over a thin line; a steady stream of text and of photos; a rush, and what comes after it. */
export async function reportRows(origin: string): Promise<BenchRow[]> {
  const photo = await aPhoto();
  await sendReport(origin);
  say('one report with three photos over a thin line');
  const ratios: number[] = [];
  for (let round = 0; round < 3; round += 1) ratios.push(await overThinLine(origin, photo));
  say('a steady stream');
  const texts = await atPace(TEXTS_PER_SECOND, SECONDS, () => sendReport(origin));
  const kept = acknowledgedOf(texts);
  const lost = kept.length - (await countThere(origin, kept));
  const pictured = await atPace(WITH_PHOTOS_PER_SECOND, SECONDS, () => withPhotos(origin, photo, 3));
  const keptPictured = acknowledgedOf(pictured);
  const lostPictured = keptPictured.length - (await countThere(origin, keptPictured));
  say('a rush');
  const rush = await atPace(RUSH * TEXTS_PER_SECOND, 3, () => sendReport(origin));
  const keptRush = acknowledgedOf(rush);
  const wrong = rush.filter(
    ({ status, retryAfter }) => status !== 201 && !(status === 503 && Number(retryAfter) > 0),
  );
  await wait(5_000);
  const after = await atPace(TEXTS_PER_SECOND, 5, () => sendReport(origin));
  const lostRush = keptRush.length - (await countThere(origin, keptRush));
  return [
    atMost(1.2, {
      id: 'report.thinLine',
      what: 'three photos of at most 400 kB and their report at 750 kbit/s, beside the bytes on the wire',
      figure: median(ratios),
      unit: '×',
      note: `${Math.round((3 * photo.byteLength) / 1_000)} kB; the browser’s own work on a photo is not in it`,
    }),
    atLeast(TEXTS_PER_SECOND, {
      id: 'report.texts',
      what: `reports of text a second, ${SECONDS} s long, all of them taken`,
      figure: (kept.length / texts.length) * TEXTS_PER_SECOND,
      unit: '/s',
      note: `${statuses(texts)}, ${slowest(texts)}`,
    }),
    atMost(0, {
      id: 'report.textsLost',
      what: 'of them acknowledged and not there',
      figure: lost,
      unit: 'lost',
    }),
    atLeast(WITH_PHOTOS_PER_SECOND, {
      id: 'report.photos',
      what: `reports with three photos a second, ${SECONDS} s long, all of them taken`,
      figure: (keptPictured.length / pictured.length) * WITH_PHOTOS_PER_SECOND,
      unit: '/s',
      note: `${statuses(pictured)}, ${slowest(pictured)}`,
    }),
    atMost(0, {
      id: 'report.photosLost',
      what: 'of them acknowledged and not there',
      figure: lostPictured,
      unit: 'lost',
    }),
    atMost(0, {
      id: 'report.rush',
      what: `${RUSH} times the stream for 3 s: answers that are neither 201 nor 503 with Retry-After`,
      figure: wrong.length,
      unit: 'answers',
      note: statuses(rush),
    }),
    atMost(0, {
      id: 'report.rushLost',
      what: 'of the rush, acknowledged and not there',
      figure: lostRush,
      unit: 'lost',
    }),
    atLeast(1, {
      id: 'report.afterRush',
      what: 'share of the stream that is taken five seconds after the rush',
      figure: acknowledgedOf(after).length / after.length,
      unit: '',
      note: slowest(after),
    }),
  ];
}

/** How much longer it takes than its bytes on the wire: two photos at a time, as a browser sends them (web/offline/send-report.ts). */
async function overThinLine(origin: string, photo: Uint8Array): Promise<number> {
  const line = openThinLine(THIN_LINE);
  const start = performance.now();
  const photoIds = [randomUUID(), randomUUID(), randomUUID()];
  const waiting = photoIds.values();
  const sendOn = async (): Promise<void> => {
    for (const photoId of waiting) {
      const { status, body } = await sendPhoto(origin, photoId, photo, line);
      if (status !== 200) throw new Error(`a photo was not taken: ${status} ${body}`);
    }
  };
  await Promise.all([sendOn(), sendOn()]);
  const { status, body } = await sendReport(origin, photoIds, line);
  if (status !== 201) throw new Error(`the report was not taken: ${status} ${body}`);
  const wire = (3 * photo.byteLength * 8_000) / THIN_LINE;
  return (performance.now() - start) / wire;
}

/** Its photos one after the other, each sent again while there is no room for it, and then the report. */
async function withPhotos(origin: string, photo: Uint8Array, count: number): Promise<Answered> {
  const start = performance.now();
  const photoIds = Array.from({ length: count }, () => randomUUID());
  for (const photoId of photoIds)
    for (let tries = 0; tries < 5; tries += 1) {
      const { status, retryAfter } = await sendPhoto(origin, photoId, photo);
      if (status === 200) break;
      await wait(1_000 * Number(retryAfter ?? 1));
    }
  const answered = await sendReport(origin, photoIds);
  return { ...answered, milliseconds: performance.now() - start };
}
