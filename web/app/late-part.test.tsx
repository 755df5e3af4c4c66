// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { later } from '../lib/later.ts';
import { id } from '../locale/id.ts';
import { ReaderProvider } from '../locale/reader.tsx';
import { LatePart } from './late-part.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const Here = ({ name }: { name: string }) => <p>{name} is here</p>;
/** A part whose file does not come the first times it is asked for. */
const late = (failures: number) => {
  let asked = 0;
  return later<{ name: string }>(async () => {
    asked += 1;
    if (asked <= failures) throw new TypeError('Failed to fetch dynamically imported module');
    return Here;
  });
};

test('a part that did not come is asked for again, and takes no other part with it', async () => {
  const place = document.createElement('div');
  const root = createRoot(place);
  const show = (name: string, part: ReturnType<typeof late>) =>
    act(async () =>
      root.render(
        <ReaderProvider reader={{ language: 'id', t: id }}>
          <LatePart key={name} later={part} message="It did not come.">
            {(Part) => <Part name={name} />}
          </LatePart>
        </ReaderProvider>,
      ),
    );
  const broken = late(1);
  await show('compare', broken);
  expect(place.querySelector('[role="alert"]')?.textContent).toContain('It did not come.');
  await show('measure', late(0));
  expect(place.textContent).toBe('measure is here');
  await show('compare', broken);
  expect(place.textContent).toBe('compare is here');

  const other = late(1);
  await show('print', other);
  await act(async () => place.querySelector<HTMLElement>('[role="alert"] button')?.click());
  expect(place.textContent).toBe('print is here');
  await act(async () => root.unmount());
});

test('what does not come twice is asked for by a new page, once there is a connection', async () => {
  const reload = vi.fn();
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  vi.spyOn(window, 'location', 'get').mockReturnValue({ ...window.location, reload } as Location);
  const place = document.createElement('div');
  const root = createRoot(place);
  const part = late(9);
  await act(async () =>
    root.render(
      <ReaderProvider reader={{ language: 'id', t: id }}>
        <LatePart later={part}>{(Part) => <Part name="print" />}</LatePart>
      </ReaderProvider>,
    ),
  );
  const again = () => act(async () => place.querySelector<HTMLElement>('[role="alert"] button')?.click());
  await again();
  await again();
  expect(reload).not.toHaveBeenCalled();
  onLine.mockReturnValue(true);
  await again();
  expect(reload).toHaveBeenCalledTimes(1);
  await act(async () => root.unmount());
  vi.restoreAllMocks();
});
