// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { SearchBox } from './search-box.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

test('results stay as long as the keyboard or a slow hand is within the search', async () => {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  await act(async () =>
    root.render(
      <ReaderProvider reader={{ language: 'id', t: id }}>
        <SearchBox onChoose={() => undefined} onArea={() => undefined} />
      </ReaderProvider>,
    ),
  );
  const field = place.querySelector('input');
  const results = place.querySelector<HTMLElement>('.search-results');
  if (field === null || results === null) throw new Error('there is no search');
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  await act(async () => {
    field.focus();
    write?.call(field, 'bar');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(results.hidden).toBe(false);
  const held = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
  await act(async () => results.querySelector('[role="listbox"]')?.dispatchEvent(held));
  expect(held.defaultPrevented).toBe(true);
  await act(async () => place.querySelector<HTMLElement>('button[type="submit"]')?.focus());
  expect(results.hidden).toBe(false);
  const elsewhere = document.createElement('button');
  document.body.append(elsewhere);
  await act(async () => elsewhere.focus());
  expect(results.hidden).toBe(true);
  await act(async () => root.unmount());
});
