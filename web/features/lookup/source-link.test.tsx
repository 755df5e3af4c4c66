// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { anAnswer } from '../../../tests/support/an-answer.ts';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { goBackToFigure, SourceLink, SourcesProvider } from './source-link.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

test('from a source one step back leads to its figure, but never to the place that was chosen before', async () => {
  const back = vi.spyOn(window.history, 'back').mockImplementation(() => undefined);
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  const [source] = anAnswer().sources;
  if (source === undefined) throw new Error('the answer has a source');
  await act(async () =>
    root.render(
      <ReaderProvider reader={{ language: 'id', t: id }}>
        <SourcesProvider sources={[source]}>
          <SourceLink sourceId={source.sourceId} />
          <button type="button" id="back" onClick={goBackToFigure}>
            Kembali
          </button>
        </SourcesProvider>
      </ReaderProvider>,
    ),
  );
  const press = (selector: string): Promise<void> =>
    act(async () => place.querySelector<HTMLElement>(selector)?.click());
  await press('a.source');
  window.location.hash = '#sumber-1';
  await press('#back');
  expect(back).toHaveBeenCalledTimes(1);
  window.history.pushState(null, '', '/?p=116.81000,-1.20000');
  await press('#back');
  expect(back).toHaveBeenCalledTimes(1);
  await act(async () => root.unmount());
});
