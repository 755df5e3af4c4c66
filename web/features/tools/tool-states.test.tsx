// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aBuilding } from '../../../tests/gallery/building-specimens.tsx';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import type { MapPort } from '../../map/map-port.ts';
import { BuildingTool } from '../building-tool/index.ts';
import { CompareTool } from '../compare/index.ts';
import { HistoryTool } from '../history/history-tool.tsx';
import { LinksContext } from '../lookup/links.ts';
import type { ToolProps } from '../map-tool/index.ts';
import { WhereTool } from '../where/where-tool.tsx';
import { ZoneList } from '../zone-list/index.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
let root: Root;
let place: HTMLElement;
beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(async () => {
  await act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

const port = {
  kind: 'text',
  element: null,
  takeTaps: () => () => undefined,
  takeLayers: () => () => undefined,
  showShapes: () => undefined,
  tilt: () => undefined,
  view: () => ({ centre: [116.83, -1.27], zoom: 14 }),
  watchZones: (tell: (zones: readonly never[]) => void) => {
    tell([]);
    return () => undefined;
  },
  openSecond: () => Promise.reject(new Error('no second context')),
} as unknown as MapPort;

let questions = 0;
/** A tool as the page opens it; every one asks about another place, because what was asked is remembered. */
function show(
  tool: (props: ToolProps) => ReactNode,
  given: Partial<ToolProps> = {},
  asked: string | null = null,
) {
  questions += 1;
  const props = {
    port,
    state: '',
    on: null,
    today: '2026-11-21',
    place: [116.8 + questions / 1_000, -1.25],
    toggled: [],
    city: { bbox: [116.7, -1.3, 117, -1] },
    keep: () => undefined,
    close: () => undefined,
    choose: () => undefined,
    ...given,
  } as unknown as ToolProps;
  const links = {
    placeHref: () => '',
    on: null,
    today: props.today,
    asked,
    ask: () => undefined,
    openTool: null,
  };
  return act(async () =>
    root.render(
      <ReaderProvider reader={{ language: 'id', t: id }}>
        <LinksContext value={links}>{tool(props)}</LinksContext>
      </ReaderProvider>,
    ),
  );
}
const says = (text: string): boolean => (place.textContent ?? '').includes(text);
const alert = (): string => place.querySelector('[role="alert"]')?.textContent ?? '';
const unavailable = (): Response => Response.json({ title: 'Basis data tidak menjawab.' }, { status: 503 });

test.each([
  ['where', (props: ToolProps) => <WhereTool {...props} />, {}, 'sedang tidak tersambung'],
  ['history', (props: ToolProps) => <HistoryTool {...props} />, {}, 'Periksa sambungan'],
  [
    'building',
    (props: ToolProps) => <BuildingTool {...props} />,
    { state: '9999000000001' },
    'Tidak ada sambungan',
  ],
] as const)(
  '%s without a network: what happened, and a button that asks again',
  async (name, tool, given, words) => {
    const ask = vi.fn(() => Promise.reject(new TypeError('no network')));
    vi.stubGlobal('fetch', ask);
    await show(tool, given, name === 'where' ? `bengkel ${questions}` : null);
    await vi.waitFor(() => expect(alert()).toContain(words), 10_000);
    const before = ask.mock.calls.length;
    await act(async () => place.querySelector<HTMLElement>('[role="alert"] button')?.click());
    expect(ask.mock.calls.length).toBeGreaterThan(before);
  },
);

test('a server that cannot compute is quoted, and the ground that was chosen stays', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(unavailable()));
  await show((props) => <BuildingTool {...props} />, { state: '9999000000002' });
  await vi.waitFor(() => expect(alert()).toContain('Basis data tidak menjawab.'), 10_000);
  expect(says('Tanah lain')).toBe(true);
});

test('the outcome of one building does not stand beside the entries of another, nor figures of one day under another', async () => {
  const answered = aBuilding({ footprintM2: 100, floors: 2, greenM2: 60 });
  const asked: { proposal?: unknown; on?: string }[] = [];
  vi.stubGlobal('fetch', (_address: string, { body }: { body: string }) => {
    const question = JSON.parse(body) as (typeof asked)[number];
    asked.push(question);
    if (asked.length > 2) return Promise.reject(new TypeError('no network'));
    return Promise.resolve(Response.json(question.proposal ? answered : { ...answered, check: null }));
  });
  const enter = async (given: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, value] of Object.entries(given)) {
      const field = place.querySelector<HTMLInputElement>(`.proposal [name="${name}"]`);
      if (field === null) throw new Error(`no field ${name}`);
      field.value = value;
    }
    const submit = new Event('submit', { bubbles: true, cancelable: true });
    await act(async () => place.querySelector('.proposal')?.dispatchEvent(submit));
  };
  const drawn = { ...port, fitTo: () => undefined } as unknown as MapPort;
  const own = { state: '9999000000003', port: drawn };
  const tool = (props: ToolProps) => <BuildingTool {...props} />;
  await show(tool, own);
  await vi.waitFor(() => expect(says('Tertutup bangunan')).toBe(true), 10_000);
  await enter({ dasar: '100', lantai: '2' });
  await vi.waitFor(() => expect(place.querySelector('.building-check')).not.toBeNull(), 10_000);
  await enter({ dasar: '300', lantai: '6' });
  await vi.waitFor(() => expect(alert()).toContain('Tidak ada sambungan'), 10_000);
  expect(place.querySelector('.building-check')).toBeNull();
  expect(says('Tertutup bangunan')).toBe(true);
  await enter({ dasar: '1e3' });
  expect(place.querySelector('.proposal [role="alert"]')?.textContent).toContain('Luas dasar bangunan');
  await show(tool, { ...own, on: '2020-01-01' });
  await vi.waitFor(() => expect(asked.at(-1)?.on).toBe('2020-01-01'), 10_000);
  expect(says('Tertutup bangunan')).toBe(false);
});

test('a second map that the device does not give: said, and what to do', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(unavailable()));
  const element = document.createElement('div');
  await show((props) => <CompareTool {...props} port={{ ...props.port, element }} />);
  await vi.waitFor(() => expect(alert()).toContain('Tutup alat ini, lalu buka lagi.'), 10_000);
});

test('nothing yet: each tool says what to do first', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(unavailable()));
  await show((props) => <HistoryTool {...props} />, { place: null });
  expect(says('Pilih dahulu satu tempat di peta')).toBe(true);
  await show((props) => <WhereTool {...props} />);
  expect(says('Tulis kegiatan yang ingin Anda lakukan.')).toBe(true);
  expect(place.querySelectorAll('.where-choices button')).toHaveLength(3);
  await show((props) => <ZoneList {...props} />);
  expect(says('Geser atau perbesar peta')).toBe(true);
});
