import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { en } from '../../locale/en.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { RowSaid, RowTitle } from './marked-row.tsx';

const shown = (row: Parameters<typeof RowSaid>[0]['row']): string =>
  renderToStaticMarkup(
    <ReaderProvider reader={{ language: 'en', t: en }}>
      <RowTitle row={row} />: <RowSaid row={row} />
    </ReaderProvider>,
  );

test('what a row quotes is read out in Indonesian within an English page, and nothing else', () => {
  const note = { kind: 'note', code: 'parkir', name: null, zoneCode: 'R-3' } as const;
  expect(shown({ ...note, says: { body: 'Parkir di dalam persil.' } })).toMatch(
    /: <span lang="id">Parkir di dalam persil\.<\/span>$/,
  );
  const activity = { kind: 'activity', code: 'x', name: 'Rumah tunggal', zoneCode: 'R-3' } as const;
  expect(shown({ ...activity, says: { itbx: 'I' } })).toMatch(
    /^<span lang="id">Rumah tunggal<\/span>, R-3: [^<]+$/,
  );
  const figure = { kind: 'figure', code: 'kdb', name: null, zoneCode: 'R-3' } as const;
  expect(shown({ ...figure, says: { status: 'set', value: 60, operator: 'max' } })).not.toContain('lang=');
});
