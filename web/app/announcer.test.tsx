// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { AnnouncedHere, Announcer, useAnnounce } from './announcer.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let announce: (text: string) => void = () => undefined;
function Speaker() {
  announce = useAnnounce();
  return null;
}

/** A page of somebody who announces, with or without an open dialog; and what its regions say. */
function aPage() {
  const place = document.createElement('div');
  const root = createRoot(place);
  const show = (hasDialog: boolean) =>
    act(async () =>
      root.render(
        <Announcer>
          <Speaker />
          {hasDialog && (
            <dialog>
              <AnnouncedHere />
            </dialog>
          )}
        </Announcer>,
      ),
    );
  const said = (where = '') => place.querySelector(`${where} [data-announcer]`)?.textContent?.trim();
  return { place, show, said };
}

test('the same words twice in a row change the region twice: a screen reader says what changes', async () => {
  const { place, show, said } = aPage();
  await show(false);
  const heard: string[] = [];
  for (let time = 0; time < 3; time += 1) {
    await act(async () => announce('Terhapus.'));
    expect(said()).toBe('Terhapus.');
    heard.push(place.textContent ?? '');
  }
  expect(heard[1]).not.toBe(heard[0]);
  expect(heard[2]).not.toBe(heard[1]);
});

test('a dialog says what is announced while it is open, and nothing of before', async () => {
  const { show, said } = aPage();
  await show(false);
  await act(async () => announce('Foto 1'));
  await show(true);
  expect(said('dialog')).toBe('');
  await act(async () => announce('1 bagian ditutup'));
  expect(said('dialog')).toBe('1 bagian ditutup');
  expect(said(':scope >')).toBe('1 bagian ditutup');
});
