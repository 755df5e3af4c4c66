import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Answer } from '#domain/zoning/answer';
import type { Verdict } from '#domain/zoning/itbx';
import { anAnswer, aPart } from '../../../tests/support/an-answer.ts';
import { en } from '../../locale/en.ts';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { AnswerView } from './answer-view.tsx';
import { LinksContext, textPageHref } from './links.ts';
import { outcomeLine } from './place-words.ts';

const links = {
  placeHref: (place: readonly [number, number]) => textPageHref(place, null),
  on: null,
  today: '2026-11-29',
  asked: 'rumah',
  ask: null,
  openTool: null,
};

type Reader = Parameters<typeof ReaderProvider>[0]['reader'];
const INDONESIAN = { language: 'id', t: id } as Reader;
const ENGLISH = { language: 'en', t: en } as Reader;

const htmlOf = (answer: Answer, reader = INDONESIAN): string =>
  renderToStaticMarkup(
    <ReaderProvider reader={reader}>
      <LinksContext value={links}>
        <AnswerView answer={answer} city="Kota Contoh" disclaimer="" back={null} actions={null} />
      </LinksContext>
    </ReaderProvider>,
  );
const textOf = (answer: Answer): string =>
  htmlOf(answer)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

const permitted: Verdict = {
  activityId: 'rumah',
  activityName: 'Rumah tunggal',
  groupName: 'Hunian',
  kbli: [],
  base: 'I',
  codes: ['I'],
  conditions: [],
  overriddenBy: [],
  nearby: [],
  governing: 'I',
  reason: null,
  sourceId: null,
};
const ban = { body: 'Bangunan dilarang.', sourceId: 'rules-contoh/longsor' };

test('no yes is told without the ban that begins beside it', () => {
  const nearby = [
    { ...ban, theme: 'longsor', itbx: 'X' as const, codes: [], distanceM: 0.004, parcelPct: null },
  ];
  const text = textOf(anAnswer({ parts: [aPart({ verdict: { ...permitted, nearby } })] }));
  expect(text).toMatch(
    /Rumah tunggal Diizinkan [^.]*longsor[^.]*&lt; 0,1 m dari titik ini[^.]*Tidak diizinkan\. Bangunan dilarang\./,
  );
  const plain = textOf(anAnswer({ parts: [aPart({ verdict: permitted })] }));
  expect(plain).toContain('Rumah tunggal Diizinkan');
  expect(plain).not.toContain('dari titik ini');
});

test('an overlay close by is said among what must be known first', () => {
  const effect = {
    effect: 'prohibition',
    levelCode: 'tinggi',
    measure: null,
    value: null,
    unitAsPrinted: null,
    activityName: null,
  } as const;
  const near = { code: 'longsor', title: 'Rawan longsor', levelCode: 'tinggi', name: 'Lereng contoh' };
  const text = textOf(
    anAnswer({
      nearOverlays: [
        {
          ...near,
          distanceM: 2.44,
          parcelM2: null,
          parcelPct: null,
          isSliver: false,
          effects: [{ ...effect, ...ban }],
        },
      ],
    }),
  );
  expect(text).toMatch(/Lereng contoh : 2,4 m dari titik ini .*Bangunan dilarang\. .*Garis peta teliti/);
  expect(text).not.toContain('Rawan longsor,');
  expect(text.indexOf('Lereng contoh')).toBeLessThan(text.indexOf(id['figures.title']));
});

test('of a parcel that is partly forbidden the share is said, with the way to all of it', () => {
  const nearby = [
    { ...ban, theme: 'longsor', itbx: 'X' as const, codes: [], distanceM: null, parcelPct: 91.2 },
  ];
  const answer = anAnswer({
    parts: [aPart({ verdict: { ...permitted, nearby } })],
    parcelZones: [
      { zone: { ...aPart().zone, code: 'RTH-2' }, areaM2: 18, sharePct: 8.5, isSliver: false },
      { zone: { ...aPart().zone, code: 'BJ' }, areaM2: 0.2, sharePct: 0.09, isSliver: true },
      { zone: aPart().zone, areaM2: 20, sharePct: 9.4, isSliver: false, hasOtherRules: true },
    ],
    parcelGaps: [{ layerId: 'banjir', title: 'Rawan banjir', areaM2: 30, sharePct: 14.1 }],
  });
  const text = textOf(answer);
  expect(text).toMatch(
    /Rumah tunggal Diizinkan [^.]*longsor \( 91,2 % bidang ini \): Tidak diizinkan\. Bangunan dilarang\./,
  );
  expect(text).toMatch(/RTH-2 [^:]*: 8,5 % bidang ini/);
  expect(text).toMatch(/9,4 % bidang ini\s+Zonanya sama, tetapi angkanya di bagian itu lain/);
  expect(text).toMatch(
    /Rawan banjir : datanya tidak mencakup 14,1 % bidang ini\. Di bagian itu tidak diketahui\./,
  );
  // Less than the noise of borders is no notice; it stands in the answer and on the page of the parcel.
  expect(text).not.toContain('0,09 %');
  expect(htmlOf(answer)).toContain('href="/bangun?nib=CONTOH-0000017"');
});

test('a pack without parcels says so', () => {
  const usual = anAnswer();
  const row = usual.themes.notConcerned.find(({ code }) => code === 'bidang-tanah');
  if (row === undefined) throw new Error('the usual answer knows parcels');
  const noData = [{ ...row, reason: 'notCarried' as const }];
  const text = textOf(anAnswer({ themes: { ...usual.themes, noData } }));
  expect(text.indexOf('Bidang tanah: tidak ada di paket')).toBeGreaterThan(0);
  expect(textOf(usual)).not.toContain('tidak ada di paket');
});

test('that nothing is permitted without a condition stands beside the limits, not for ground that permits something', () => {
  const itbx = aPart().itbx.filter((group) => group.itbx !== 'I');
  const never = 'Tidak ada kegiatan yang diizinkan tanpa syarat.';
  expect(textOf(anAnswer({ parts: [aPart({ itbx })] }))).toContain(
    `menutup paling banyak 60 % tanah ${never}`,
  );
  expect(textOf(anAnswer())).not.toContain(never);
  expect(textOf(anAnswer({ parts: [aPart({ itbx: [] })] }))).not.toContain(never);
});

test('of two regulations that ask for a distance the strictest is marked, and both are cited', () => {
  const [gsb] = aPart().setbacks;
  if (gsb === undefined) throw new Error('the part has a GSB');
  const setbacks = [
    { ...gsb, isStrictest: true },
    { ...gsb, valueM: 6, governingM: 6, isStrictest: false, sourceId: 'rules-contoh/umum' },
  ];
  const rows = textOf(anAnswer({ parts: [aPart({ setbacks })] }))
    .split('Dari jalan (GSB)')
    .slice(1);
  expect(rows.map((row) => row.includes('Yang berlaku Bangunan harus'))).toEqual([true, false]);
  expect(rows[1]).toMatch(/6 m dari sumbu jalan/);
});

test('the line that is heard in English says what the zone is; in Indonesian its name is enough', () => {
  const english = outcomeLine(anAnswer(), 'Contoh', ENGLISH);
  expect(english).toMatch(
    /^R-3 Perumahan Kepadatan Sedang, .*[Hh]ousing|^R-3 Perumahan Kepadatan Sedang, .*[Rr]esidential/,
  );
  expect(outcomeLine(anAnswer(), 'Contoh', INDONESIAN)).toBe('R-3 Perumahan Kepadatan Sedang');
});

test('the line that a setback is measured from is marked as Indonesian inside the English sentence', () => {
  expect(htmlOf(anAnswer(), ENGLISH)).toContain('centre line (<span lang="id">as jalan</span>)');
});

test('a zone in two parts names the overlay of each', () => {
  const overlays = [{ versionId: 'v', code: 'banjir', levelCode: 'tinggi', name: 'Rawan banjir' }];
  const parts = [aPart({ areaM2: 70, sharePct: 70 }), aPart({ areaM2: 30, sharePct: 30, overlays })];
  const text = textOf(anAnswer({ parts }));
  expect(text).toMatch(/2 .*R-3 Perumahan Kepadatan Sedang · Rawan banjir \(tinggi\) .*30 %/);
});

test('in English the law’s own words are marked as Indonesian where they stand in a question', () => {
  const html = htmlOf(anAnswer({ parts: [aPart({ verdict: permitted })] }), ENGLISH);
  expect(html).toContain('Where is it permitted: <span lang="id">Rumah tunggal</span>?');
});

test('XSS02: what a plan writes as a name is text, whatever marks it holds', () => {
  const marks = '<details open ontoggle=alert(1)>';
  const html = htmlOf(
    anAnswer({ parts: [aPart({ zone: { ...aPart().zone, zoneName: marks }, remark: marks })] }),
  );
  expect(html).not.toContain('<details open ontoggle');
  expect(html).toContain('&lt;details open ontoggle=alert(1)&gt;');
});
