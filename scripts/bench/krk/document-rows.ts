import { randomBytes } from 'node:crypto';
import { keyListSchema, verifyFile } from '../../../server/features/documents/index.ts';
import { atLeast, atMost, type BenchRow, median, percentile } from '../row.ts';

/** A place inside the demo city, and how far the next one lies: each document of a run is another one. */
const PLACE = { lon: 116.8531, lat: -1.2456 };
const STEP_DEGREES = 0.0002;
const WARM_UP = 5;
const ONE_BY_ONE = 60;
const AT_ONCE = 8;
const IN_A_ROW = 120;
/** More than wait in line and work together. */
const RUSH = 120;
const CHECKS = 200;

/** Rows about documents that the product at this address gives out. */
export async function documentRows(origin: string): Promise<BenchRow[]> {
  const places = aPath();
  const ask = async (): Promise<Response> => {
    const { lon, lat } = places();
    // Each from a place of its own: what one place may ask for is counted.
    const from = [...randomBytes(4)].map((byte) => 1 + (byte % 223)).join('.');
    return await fetch(`${origin}/api/v1/itr.pdf?lon=${lon.toFixed(6)}&lat=${lat.toFixed(6)}`, {
      headers: { 'x-forwarded-for': from },
    });
  };
  const made = async (): Promise<{ ms: number; pdf: Uint8Array; documentId: string }> => {
    const began = performance.now();
    const response = await ask();
    const pdf = new Uint8Array(await response.arrayBuffer());
    if (response.status !== 200) throw new Error(`an ITR was answered ${response.status}`);
    return { ms: performance.now() - began, pdf, documentId: response.headers.get('x-document-id') ?? '' };
  };
  // All renderers are there and have set a document, as after the first minute of a day.
  await Promise.all(Array.from({ length: AT_ONCE }, made));
  for (let n = 0; n < WARM_UP; n += 1) await made();
  const each: Awaited<ReturnType<typeof made>>[] = [];
  for (let n = 0; n < ONE_BY_ONE; n += 1) each.push(await made());
  const times = each.map(({ ms }) => ms);
  const [first] = each;
  if (first === undefined) throw new Error('nothing was made');
  return [
    atMost(60, {
      id: 'krk-itr',
      what: 'one ITR over HTTP: answer, map, code, PDF/A, seal, disk, register, log',
      figure: median(times),
      unit: 'ms',
      note: `${ONE_BY_ONE} different ones, p95 ${percentile(times, 0.95).toFixed(0)} ms, ${(first.pdf.length / 1000).toFixed(0)} kB`,
    }),
    atLeast(15, {
      id: 'krk-rate',
      what: `ITRs per second of the one renderer, ${AT_ONCE} asked for at once`,
      figure: await rate(made),
      unit: '/s',
    }),
    await rushRow(ask),
    ...(await checkRows(origin, first)),
  ];
}

/** Places along a path, none twice. */
function aPath(): () => { lon: number; lat: number } {
  // A run must not meet the documents of the run before.
  let n = Math.floor(performance.timeOrigin) % 1_000;
  return () => {
    n += 1;
    return {
      lon: PLACE.lon + ((n * 7) % 40) * STEP_DEGREES + (n % 977) * 1e-6,
      lat: PLACE.lat + ((n * 3) % 40) * STEP_DEGREES + (n % 983) * 1e-6,
    };
  };
}

async function rate(made: () => Promise<unknown>): Promise<number> {
  let left = IN_A_ROW;
  const began = performance.now();
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await made();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return IN_A_ROW / ((performance.now() - began) / 1_000);
}

/** Of a rush every request is served or refused at once with the time to come back; nothing hangs, nothing breaks. */
async function rushRow(ask: () => Promise<Response>): Promise<BenchRow> {
  const answers = await Promise.all(
    Array.from({ length: RUSH }, async () => {
      const response = await ask();
      await response.arrayBuffer();
      return { status: response.status, again: response.headers.get('retry-after') };
    }),
  );
  const served = answers.filter(({ status }) => status === 200).length;
  const refused = answers.filter(({ status, again }) => status === 503 && again !== null).length;
  return atLeast(100, {
    id: 'krk-rush',
    what: `of ${RUSH} ITRs at once, the share that was made or refused with Retry-After`,
    figure: refused === 0 ? 0 : (100 * (served + refused)) / RUSH,
    unit: '%',
    note: `${served} made, ${refused} refused`,
  });
}

async function checkRows(
  origin: string,
  { pdf, documentId }: { pdf: Uint8Array; documentId: string },
): Promise<BenchRow[]> {
  const timed = async (act: () => Promise<void> | void): Promise<number> => {
    await act();
    const times: number[] = [];
    for (let n = 0; n < CHECKS; n += 1) {
      const began = performance.now();
      await act();
      times.push(performance.now() - began);
    }
    return median(times);
  };
  const keys = keyListSchema.parse(await (await fetch(`${origin}/api/v1/documents/keys`)).json());
  const page = await timed(async () => {
    const response = await fetch(`${origin}/krk/verifikasi/${documentId}`);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`the page was answered ${response.status}`);
  });
  const file = await timed(() => {
    const verified = verifyFile(pdf, keys);
    if (!verified.ok) throw new Error(`the file is refused: ${verified.problem}`);
  });
  return [
    atMost(20, { id: 'krk-page', what: 'the page of a document over HTTP', figure: page, unit: 'ms' }),
    atMost(20, {
      id: 'krk-file',
      what: 'a file checked with nothing but the keys',
      figure: file,
      unit: 'ms',
    }),
  ];
}
