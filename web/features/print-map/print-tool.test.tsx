// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import type { MapPicture, MapPort, MapShape } from '../../map/map-port.ts';
import type { ToolProps } from '../map-tool/index.ts';
import { PrintTool } from './print-tool.tsx';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
let place: HTMLElement;
let root: Root;
beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(() => act(() => root.unmount()));

test('the frame is not on the picture, and is on the map again when there is one or none could be made', async () => {
  let frame: readonly MapShape[] = [];
  const onPicture: number[] = [];
  const takePicture = vi.fn<() => Promise<MapPicture>>();
  takePicture.mockImplementation(() => {
    onPicture.push(frame.length);
    return Promise.reject(new Error('too long'));
  });
  const port = {
    kind: 'drawn',
    view: () => ({ centre: [116.83, -1.27], zoom: 14 }),
    watchView: () => () => undefined,
    fitTo: () => undefined,
    showShapes: (_name: string, shapes: readonly MapShape[]) => {
      frame = shapes;
    },
    takePicture,
  } as unknown as MapPort;
  const legend = { layers: [] };
  const props = { port, legend, state: '', keep: () => undefined } as unknown as ToolProps;
  const make = (): Promise<void> =>
    act(async () => place.querySelector<HTMLElement>('button[type=submit]')?.click());

  await act(async () =>
    root.render(
      <ReaderProvider reader={{ language: 'id', t: id }}>
        <PrintTool {...props} />
      </ReaderProvider>,
    ),
  );
  expect(frame).toHaveLength(1);
  await make();
  expect(onPicture).toEqual([0]);
  expect(place.querySelector('.unknown-block')).not.toBeNull();
  expect(frame).toHaveLength(1);

  // While the picture is drawn the frame is away, and nothing of the form brings it back.
  let refuse: (error: Error) => void = () => undefined;
  takePicture.mockImplementation(() => new Promise((_resolve, reject) => (refuse = reject)));
  await make();
  expect(frame).toHaveLength(0);
  await act(async () => refuse(new Error('gone')));
  expect(frame).toHaveLength(1);
});

test('nothing is printed as long as nobody knows what is in force on the day', async () => {
  const takePicture = vi.fn<() => Promise<MapPicture>>();
  const port = {
    kind: 'drawn',
    view: () => ({ centre: [116.83, -1.27], zoom: 14 }),
    watchView: () => () => undefined,
    fitTo: () => undefined,
    showShapes: () => undefined,
    takePicture,
  } as unknown as MapPort;
  const props = { port, state: '', keep: () => undefined } as unknown as ToolProps;
  await act(async () =>
    root.render(
      <ReaderProvider reader={{ language: 'id', t: id }}>
        <PrintTool {...props} />
      </ReaderProvider>,
    ),
  );
  await act(async () => place.querySelector<HTMLElement>('button[type=submit]')?.click());
  expect(takePicture).not.toHaveBeenCalled();
  expect(place.textContent).toContain('belum ada yang dapat dicetak');
});
