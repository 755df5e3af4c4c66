// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import type { MapPort } from '../../map/map-port.ts';
import type { LegendCardProps } from './card-props.ts';
import { LayerList } from './layer-list.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
vi.stubGlobal('fetch', async () => new Response('[]'));

const port = { watchLegend: () => () => undefined } as unknown as MapPort;
const legend = { data: undefined, error: null, isFetching: false, refetch: () => undefined };

function Card({ first }: { first: string | null }) {
  const [on, setOn] = useState(first);
  const change: LegendCardProps['onChange'] = (patch) => {
    if (patch.on !== undefined) setOn(patch.on);
  };
  return (
    <ReaderProvider reader={{ language: 'id', t: id }}>
      <LayerList
        port={port}
        legend={legend as LegendCardProps['legend']}
        toggled={[]}
        look={null}
        on={on}
        today="2026-11-30"
        onChange={change}
        onClose={() => undefined}
      />
      <output>{on ?? 'today'}</output>
      <button type="button" id="elsewhere" onClick={() => setOn('2026-05-05')} />
    </ReaderProvider>
  );
}

test('the keyboard keeps its place in the card when the day is set, set back, or changed by something else', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  await act(async () => root.render(<Card first={null} />));
  const find = <E extends Element>(selector: string) => place.querySelector(selector) as E;
  const said = () => find('output').textContent;
  const day = find<HTMLInputElement>('input[type="date"]');
  const [apply, back] = [...place.querySelectorAll<HTMLButtonElement>('.date-choice button')];
  expect(back?.getAttribute('aria-disabled')).toBe('true');

  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(day, '2026-02-03');
    day.dispatchEvent(new Event('input', { bubbles: true }));
  });
  apply?.focus();
  await act(async () => find<HTMLFormElement>('.date-choice').requestSubmit(apply));
  expect(said()).toBe('2026-02-03');
  expect(document.activeElement).toBe(apply);

  back?.focus();
  await act(async () => back?.click());
  expect([said(), day.value]).toEqual(['today', '2026-11-30']);
  expect(document.activeElement).toBe(back);

  await act(async () => find<HTMLElement>('#elsewhere').click());
  expect(day.value).toBe('2026-05-05');
  expect(find('input[type="date"]')).toBe(day);
  await act(async () => root.unmount());
});
