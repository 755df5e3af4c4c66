import { brotliCompressSync, constants } from 'node:zlib';
import { atMost, type BenchRow, unmeasured } from '../row.ts';
import type { PageStage } from './stage.ts';

/** What the reader downloads: the shell as it is sent, and the packs for offline use. */
export async function byteRows({ productUrl }: PageStage): Promise<BenchRow[]> {
  const shell = await shellBytes(productUrl);
  const packs = await listPacks(productUrl);
  const ofKind = (kind: string): number[] =>
    packs.filter((pack) => pack.kind === kind).map((pack) => pack.bytes);
  const packRow = (id: string, kind: string, goal: number): BenchRow => {
    const sizes = ofKind(kind);
    const what = `${kind} pack for offline use, largest`;
    if (sizes.length === 0) return unmeasured(id, what, `≤ ${goal} MB`, 'the product lists no such pack');
    return atMost(goal, {
      id,
      what,
      figure: Math.max(...sizes) / 1e6,
      unit: 'MB',
      note: `${sizes.length} packs`,
    });
  };
  return [
    atMost(90, {
      id: 'shell',
      what: 'shell before the map: HTML, style, script, texts, brotli',
      figure: shell / 1000,
      unit: 'kB',
    }),
    packRow('pack-city', 'city', 4),
    packRow('pack-kelurahan', 'kelurahan', 1),
  ];
}

/** Bytes on the wire of the page itself and of every file that its head names. */
async function shellBytes(productUrl: string): Promise<number> {
  const html = await (await fetch(`${productUrl}/`)).text();
  const files = [...html.matchAll(/<[^>]+(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"[^>]*>/g)].map(
    ([, path]) => path ?? '',
  );
  // All is read before anything is pressed: pressing takes longer than a connection is kept open.
  const bodies = await Promise.all(
    [...new Set(files)].map(async (path) =>
      Buffer.from(await (await fetch(productUrl + path)).arrayBuffer()),
    ),
  );
  return [Buffer.from(html), ...bodies].reduce((sum, body) => sum + pressed(body), 0);
}

const pressed = (bytes: Buffer): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

interface Pack {
  readonly kind: string;
  readonly bytes: number;
}

/** Every pack that the product offers, made and weighed: the list alone knows the size only of those made before. */
async function listPacks(productUrl: string): Promise<Pack[]> {
  const response = await fetch(`${productUrl}/api/v1/packs`);
  if (!response.ok) return [];
  const { packs } = (await response.json()) as { packs: { packId: string }[] };
  const made: Pack[] = [];
  for (const { packId } of packs) {
    const pack = await fetch(`${productUrl}/api/v1/packs/${packId}`);
    if (!pack.ok) throw new Error(`the pack ${packId} answered ${pack.status}`);
    made.push((await pack.json()) as Pack);
  }
  return made;
}
