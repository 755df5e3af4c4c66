// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { Screen } from './screen.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
vi.stubGlobal('scrollTo', () => undefined);

function Release() {
  const [isApproved, setIsApproved] = useState(false);
  return (
    <Screen title="Rilis">
      {!isApproved && (
        <button type="button" id="approve" onClick={() => setIsApproved(true)}>
          Setujui
        </button>
      )}
      <button type="button" id="other">
        Lain
      </button>
    </Screen>
  );
}

test('a button that is gone with what it did leaves the keyboard at the heading; anything else keeps its place', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <ReaderProvider reader={{ language: 'id', t: id }}>
        <Release />
      </ReaderProvider>,
    ),
  );
  const find = (selector: string) => place.querySelector<HTMLElement>(selector);
  expect(document.activeElement).toBe(find('h1'));
  find('#approve')?.focus();
  await act(async () => find('#approve')?.click());
  await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(find('#approve')).toBeNull();
  expect(document.activeElement).toBe(find('h1'));

  // Somebody who put the keyboard down is not moved.
  find('#other')?.focus();
  find('#other')?.blur();
  await act(async () => {
    find('.screen')?.append(document.createElement('p'));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  expect(document.activeElement).toBe(document.body);
  await act(async () => root.unmount());
});
