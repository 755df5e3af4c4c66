import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Cap, Figure } from '#domain/zoning/figure';
import { aFigure } from '../../../tests/support/an-answer.ts';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { FigureRow } from './figure-row.tsx';

const textOf = (figure: Figure): string =>
  renderToStaticMarkup(
    <ReaderProvider reader={{ language: 'id', t: id } as Parameters<typeof ReaderProvider>[0]['reader']}>
      <FigureRow figure={figure} areaM2={null} />
    </ReaderProvider>,
  ).replace(/<[^>]*>/g, ' ');

const row = (value: number) => {
  const { base } = aFigure({ measure: 'floors' }, value);
  if (base === null) throw new Error('a set figure has a base');
  return base;
};

test('names the parcel size of the row that was used', () => {
  const base = { ...row(60), parcelMinM2: 251, parcelMaxM2: 600 };
  expect(textOf(aFigure({ measure: 'kdb', base }))).toMatch(/251 m² .*600 m²/);
  expect(textOf(aFigure({ measure: 'kdb' }))).not.toContain('251');
});

test('shows the other row that fits beside the one that governs', () => {
  const text = textOf(
    aFigure({ measure: 'floors', alternatives: [{ ...row(20), roadClass: 'arteri' }] }, 16),
  );
  expect(text).toContain('16 lantai');
  expect(text).toMatch(/arteri\s+20 lantai/);
});

test('a bound is said as a limit that may be stricter', () => {
  const bound = { value: 40, from: 'cap', sourceId: 's', theme: 'longsor', computedM2: null } as const;
  const text = textOf(aFigure({ measure: 'kdb', status: 'text', governing: null, bound }));
  expect(text).toContain('Paling banyak 40 %');
  expect(text).toContain(id['figures.bound']);
});

test('an overlay that says the same is told in one line, without a chain of equal values', () => {
  const capOf = (value: number): Cap => ({
    theme: 'longsor',
    levelCode: 'R2',
    effect: 'cap',
    operator: 'max',
    value,
    unitAsPrinted: null,
    comparable: true,
    body: 'Paling banyak',
    sourceId: 's',
  });
  const base = row(40);
  const same = textOf(aFigure({ measure: 'kdb', base, caps: [capOf(40)] }, 40));
  expect(same).toMatch(/juga\s+40 %, tidak mengubah/);
  expect(same).not.toContain(id['figures.governing']);
  const stricter = textOf(aFigure({ measure: 'kdb', base, caps: [capOf(20)] }, 20));
  expect(stricter).toContain(id['figures.governing']);
});

test('square metres of a limit are never more than the limit, and a height keeps its decimals', () => {
  const kdb = textOf(aFigure({ measure: 'kdb', computedM2: 149.576 }, 60));
  expect(kdb).toContain('149,57 m²');
  const green = textOf(aFigure({ measure: 'kdh', operator: 'min', computedM2: 49.861 }, 20));
  expect(green).toContain('49,87 m²');
  expect(textOf(aFigure({ measure: 'height_m' }, 10.25))).toContain('10,25 m');
});
