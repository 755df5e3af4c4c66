// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';

const notHere = vi.hoisted(() => () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});
vi.mock('./locale/id.ts', notHere);
vi.mock('./locale/en.ts', notHere);
/** The map is of no interest here. */
vi.mock('./map/map-port.ts', () => ({ fetchEngine: () => undefined }));
vi.mock('./app/app.tsx', () => ({ App: () => null }));
vi.mock('./app/console-app.tsx', () => ({ ConsoleApp: () => null }));
vi.mock('./features/lookup/later-parts.ts', () => ({ locationPage: {}, panelAnswer: {} }));

beforeEach(() => {
  vi.resetModules();
  vi.restoreAllMocks();
});

test.each([
  ['the page with the map', './main.tsx', 'id', ''],
  ['the page with the map, as it was written', './main.tsx', 'en', '<p>Balikpapan</p>'],
  ['the console', './console.tsx', 'en', ''],
  ['the console', './console.tsx', 'id', ''],
])(
  '%s says so in both languages when its texts do not come, and offers to load again',
  async (_, entry, language, written) => {
    const data = { language, content: { page: 'map', answer: null } };
    document.body.innerHTML = `<div id="app">${written}</div><script type="application/json" id="page-data">${JSON.stringify(data)}</script>`;
    const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
    await import(/* @vite-ignore */ entry);
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBe(null));
    const notice = document.querySelector('[role=alert]');
    const words = [...(notice?.querySelectorAll('p') ?? [])].map((one) => [one.lang, one.textContent]);
    expect(words).toEqual([
      ['id', 'Halaman ini tidak termuat lengkap. Periksa jaringan Anda.'],
      ['en', 'This page did not load completely. Check your network.'],
    ]);
    const buttons = [...(notice?.querySelectorAll('button') ?? [])];
    expect(buttons.map((one) => one.textContent)).toEqual(['Muat lagi', 'Load again']);
    for (const button of buttons) button.click();
    expect(reload).toHaveBeenCalledTimes(2);
    // What the server wrote stays readable.
    expect(document.querySelector('#app')?.innerHTML).toBe(written);
  },
);
