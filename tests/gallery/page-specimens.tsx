import type { ReactNode } from 'react';
import type { History, PlaceComparison } from '#domain/zoning/history';
import type { Itbx } from '#domain/zoning/itbx';
import type { CountedGround } from '#domain/zoning/where-allowed';
import { MissingPage } from '../../web/app/missing-page.tsx';
import { ProblemPage } from '../../web/app/problem-page.tsx';
import type { ReadingContent, ReadingData } from '../../web/app/reading-data.ts';
import { ChangeList, Timeline } from '../../web/features/history/history-answer.tsx';
import { KelurahanLine, OutcomeTable } from '../../web/features/where/where-answer.tsx';
import { CITY, PLACE, TODAY } from './city.ts';
import type { Specimen } from './specimen.ts';
import '../../web/ui/styles/history.css';
import '../../web/ui/styles/where.css';
import '../../web/ui/styles/reading.css';

const HISTORY: History = {
  schema: 'history/1',
  cityId: 'balikpapan',
  point: [PLACE[0], PLACE[1]],
  days: ['2021-01-01', '2026-01-01'],
  isDemo: true,
  events: [
    { from: '2021-01-01', until: '2026-01-01', title: 'RDTR Contoh lama', decree: 'CONTOH Nomor 7' },
    { from: '2026-01-01', until: null, title: 'RDTR Contoh', decree: 'CONTOH Nomor 1' },
  ].map((event, index) => ({
    ...event,
    layerId: 'rdtr-contoh',
    kind: 'zones' as const,
    theme: null,
    versionId: `${index}123456789abcdef`,
    decreeOn: null,
    note: null,
    recordedAt: '2026-11-20T02:00:00Z',
    isHere: true,
    isDemo: true,
  })),
};
const saying = (value: number) => ({
  says: { operator: 'max', status: 'set', value, from: 'base' },
  basis: {
    regulationTitle: 'Peraturan Contoh tentang Rencana Detail Tata Ruang',
    numberText: 'Nomor CONTOH-1',
    article: 'Lampiran Contoh I',
    url: null,
    isDemo: true,
  },
});
const KDB = { kind: 'figure' as const, part: null, code: 'kdb', name: null };
const SAME: PlaceComparison = {
  schema: 'compare/1',
  cityId: 'balikpapan',
  point: HISTORY.point,
  from: '2025-12-31',
  to: '2026-01-01',
  changes: [],
  sameCount: 41,
  isComplete: true,
  isDemo: true,
};

const SHARES: readonly (readonly [Itbx, number])[] = [
  ['I', 12],
  ['T', 8],
  ['B', 30],
  ['X', 35],
  ['unknown', 5],
];
const GROUND: CountedGround = {
  areaM2: 1_000_000,
  outcomes: SHARES.map(([itbx, sharePct]) => ({ itbx, areaM2: sharePct * 10_000, sharePct })),
  noPlanM2: 100_000,
  noPlanPct: 10,
  overlapM2: 0,
};

const dataOf = (content: ReadingContent): ReadingData => ({
  language: 'id',
  city: CITY,
  today: TODAY,
  on: null,
  path: '/contoh',
  content,
});
type Problem = Extract<ReadingContent, { page: 'problem' }>;
type Missing = Extract<ReadingContent, { page: 'missing' }>;

function problem(what: Problem['problem'], offers: Problem['offers'] = []): ReactNode {
  const content: Problem = { page: 'problem', problem: what, typed: 'di mana-mana', offers };
  return <ProblemPage data={dataOf(content)} content={content} />;
}
function missing(what: Missing['what'], asked: string): ReactNode {
  const content: Missing = {
    page: 'missing',
    what,
    asked,
    offers: [{ label: 'Klandasan Ulu', href: '/kelurahan/klandasan-ulu' }],
  };
  return <MissingPage data={dataOf(content)} content={content} />;
}
const PLACE_OFFER = {
  label: '1,2745° LS 116,8312° BT',
  detail: 'Klandasan Ulu',
  href: '/lokasi/116.8312,-1.2745',
};

export const PAGE_SPECIMENS: readonly Specimen[] = [
  {
    name: 'Where',
    states: {
      outcomes: <OutcomeTable ground={GROUND} />,
      'nothing certain': (
        <OutcomeTable
          ground={{ ...GROUND, areaM2: null, noPlanM2: null, noPlanPct: null, overlapM2: 4200 }}
        />
      ),
      kelurahan: (
        <KelurahanLine
          row={{
            ...GROUND,
            code: '64.71.06.1003',
            name: 'Klandasan Ulu',
            kecamatan: null,
            point: [...PLACE],
          }}
        >
          <a href="#where">Klandasan Ulu</a>
        </KelurahanLine>
      ),
    },
  },
  {
    name: 'History',
    states: {
      timeline: <Timeline history={HISTORY} />,
      empty: <Timeline history={{ ...HISTORY, events: [], days: [] }} />,
    },
  },
  {
    name: 'Changes',
    states: {
      'one number': (
        <ChangeList
          comparison={{
            ...SAME,
            changes: [{ change: 'changed', key: 'kdb', subject: KDB, before: saying(70), after: saying(60) }],
          }}
        />
      ),
      none: <ChangeList comparison={SAME} />,
      incomplete: <ChangeList comparison={{ ...SAME, isComplete: false }} />,
    },
  },
  {
    name: 'Problem page',
    states: {
      'not found': problem('notFound'),
      coordinate: problem('coordinate'),
      day: problem('day'),
      swapped: problem('swapped', [PLACE_OFFER]),
      choose: problem('choose', [
        PLACE_OFFER,
        { ...PLACE_OFFER, label: 'Klandasan Ilir', href: '/lokasi/116.84,-1.27' },
      ]),
      server: problem('server'),
    },
  },
  {
    name: 'Missing page',
    states: {
      kelurahan: missing('kelurahan', 'klandasan'),
      block: missing('block', 'CONTOH-Z.9'),
      term: missing('term', 'kdbb'),
    },
  },
];
