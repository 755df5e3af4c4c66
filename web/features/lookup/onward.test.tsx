import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Answer } from '#domain/zoning/answer';
import { anAnswer } from '../../../tests/support/an-answer.ts';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { type Links, LinksContext } from './links.ts';
import { BuildHere, HistoryHere, ItrHere } from './onward.tsx';

const parcel = (nib: string): Answer['parcels'][number] => ({ ...anAnswer().parcels[0], nib }) as never;

function hrefs(answer: Answer, given: Partial<Links>): string[] {
  const links: Links = {
    placeHref: () => '',
    on: null,
    today: '2026-11-21',
    asked: null,
    ask: null,
    openTool: null,
    ...given,
  };
  const html = renderToStaticMarkup(
    <ReaderProvider reader={{ language: 'id', t: id }}>
      <LinksContext value={links}>
        <BuildHere answer={answer} />
        <HistoryHere answer={answer} />
      </LinksContext>
    </ReaderProvider>,
  );
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&') ?? '');
}

describe('the ways on from an answer', () => {
  const [lng, lat] = anAnswer().place.point;
  const at = `${lng.toFixed(5)},${lat.toFixed(5)}`;

  test('on the page of text: pages of text, for the one parcel and on the day that was asked', () => {
    const answer = anAnswer({ parcels: [parcel('9999000000001')] });
    expect(hrefs(answer, { on: '2026-02-01' })).toEqual([
      '/bangun?nib=9999000000001&on=2026-02-01',
      `/lokasi/${at}/riwayat`,
    ]);
  });

  test('where two parcels overlap, or there is none, the ground is drawn on the map', () => {
    for (const parcels of [[], [parcel('1'), parcel('2')]]) {
      expect(hrefs(anAnswer({ parcels }), {})[0]).toBe(`/?p=${at}&alat=bangun`);
    }
  });

  test('beside the map: its tools, with an address for another tab', () => {
    const answer = anAnswer({ parcels: [parcel('9999000000001')] });
    expect(hrefs(answer, { openTool: () => undefined })).toEqual([
      `/?p=${at}&alat=bangun~9999000000001`,
      `/?p=${at}&alat=riwayat`,
    ]);
  });

  test('the ITR is of the one parcel, else of the point, and of today alone', () => {
    const itr = (answer: Answer, on: string | null): string[] => {
      const links = { placeHref: () => '', on, today: '2026-11-21', asked: null, ask: null, openTool: null };
      const html = renderToStaticMarkup(
        <ReaderProvider reader={{ language: 'id', t: id }}>
          <LinksContext value={links}>
            <ItrHere answer={answer} />
          </LinksContext>
        </ReaderProvider>,
      );
      return [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&') ?? '');
    };
    const one = anAnswer({ parcels: [parcel('9999000000001')] });
    expect(itr(one, null)).toEqual(['/api/v1/itr.pdf?parcel=9999000000001&lang=id']);
    expect(itr(anAnswer({ parcels: [parcel('1'), parcel('2')] }), null)).toEqual([
      `/api/v1/itr.pdf?lon=${lng}&lat=${lat}&lang=id`,
    ]);
    expect(itr(one, '2026-02-01')).toEqual([]);
  });
});
