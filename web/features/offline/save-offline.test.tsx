// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aPack, packKey } from '../../../tests/support/a-pack.ts';
import { anAnswer } from '../../../tests/support/an-answer.ts';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { deletePack, savedPacks } from '../../offline/pack-store.ts';
import { deleteAnswers, keepAnswer } from '../../offline/saved-answers.ts';
import { SaveOffline } from './save-offline.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
const file = aPack('0123456789abcdef', { packId: 'kota', kind: 'city', title: 'Kota Uji' });
const offer = (packId: string, kind: string, title: string) => ({
  packId,
  kind,
  title,
  state: '0123456789abcdef',
  href: `/packs/${packId}/0123456789abcdef.omod`,
  bytes: file.length,
  bbox: [116.8, -1.2, 116.81, -1.19],
});
const list = {
  inForce: { inForceFrom: '2026-01-01', validUntil: null, versions: [] },
  packs: [offer('kota', 'city', 'Kota Uji'), offer('kelurahan-1', 'kelurahan', 'BARAT')],
};
const answer = anAnswer({ admin: [{ level: 'kelurahan', code: '1', name: 'BARAT', sharePct: null }] });

let root: Root;
let place: HTMLElement;
let asked: string[];
let arrive: () => void;
beforeEach(async () => {
  asked = [];
  place = document.createElement('div');
  root = createRoot(place);
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (path) => {
    asked.push(String(path));
    if (path === '/api/v1/packs') return Response.json(list);
    if (path === '/.well-known/one-map-pack-keys.json') return Response.json({ keys: [packKey] });
    await arrived;
    return new Response(file as Uint8Array<ArrayBuffer>);
  });
  for (const pack of await savedPacks()) await deletePack(pack);
  await deleteAnswers();
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.restoreAllMocks();
});

const open = (): Promise<void> =>
  act(async () =>
    root.render(
      <ReaderProvider reader={{ language: 'id', t: id }}>
        <SaveOffline answer={answer} />
      </ReaderProvider>,
    ),
  );
const rows = (): HTMLElement[] => [...place.querySelectorAll<HTMLElement>('.pack')];
const press = (row: number): Promise<void> =>
  act(async () => rows()[row]?.querySelector<HTMLElement>('button')?.click());
const files = (): string[] => asked.filter((path) => path.endsWith('.omod'));

test('one pack is fetched at a time, and goes on being fetched when the tool is left', async () => {
  await open();
  await vi.waitFor(() => expect(rows()).toHaveLength(2), 10_000);
  await press(0);
  await vi.waitFor(() => expect(files()).toHaveLength(1), 10_000);
  await press(1);
  expect(rows()[1]?.querySelector('button')?.getAttribute('aria-disabled')).toBe('true');
  await act(async () => root.unmount());
  root = createRoot(place);
  await open();
  await vi.waitFor(() => expect(rows()[0]?.querySelector('progress')).not.toBeNull(), 10_000);
  arrive();
  await vi.waitFor(() => expect(place.textContent).toContain('Tersimpan. Data per'), 10_000);
  expect(files()).toEqual(['/packs/kota/0123456789abcdef.omod']);
  expect((await savedPacks()).map(({ manifest }) => manifest.packId)).toEqual(['kota']);
});

test('kept answers of several days are told apart, and each leads to its day', async () => {
  const [lon, lat] = answer.place.point;
  for (const on of [null, '2020-01-01'])
    await keepAnswer({ lon, lat, on, activity: null }, answer, new Date('2026-11-29T04:00:00Z'));
  await open();
  const links = (): (string | null)[] =>
    [...place.querySelectorAll('.plain-list a')].map((link) => link.getAttribute('href'));
  await vi.waitFor(() => expect(links()).toHaveLength(2), 10_000);
  expect(links().filter((link) => link?.endsWith('&on=2020-01-01'))).toHaveLength(1);
  expect(place.textContent).toContain('aturan per 1 Januari 2020');
});
