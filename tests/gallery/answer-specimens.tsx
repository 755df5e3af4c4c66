import type { Answer } from '#domain/zoning/answer';
import { AnswerPanel } from '../../web/features/lookup/answer-panel.tsx';
import { AnswerView } from '../../web/features/lookup/answer-view.tsx';
import { panelAnswer } from '../../web/features/lookup/later-parts.ts';
import { PanelAnswer } from '../../web/features/lookup/panel-answer.tsx';
import { StartPanel } from '../../web/features/lookup/start-panel.tsx';
import { ApiFailure } from '../../web/lib/api.ts';
import type { Query } from '../../web/lib/query.ts';
import { anAnswer, aPart } from '../support/an-answer.ts';
import { CITY, nothing, PLACE } from './city.ts';
import type { Specimen } from './specimen.ts';

panelAnswer.component = PanelAnswer;
const NO_QUERY: Query<Answer> = { data: undefined, error: null, isFetching: false, refetch: nothing };
const USUAL = anAnswer();
const OTHER_ZONE = {
  ...aPart().zone,
  code: 'K-2',
  zoneCode: 'K',
  zoneName: 'Perdagangan dan Jasa',
  subzoneName: 'Perdagangan dan Jasa Skala WP',
  color: '#ff6363',
};

const ANSWERS: Readonly<Record<string, Answer>> = {
  usual: USUAL,
  overlapping: anAnswer({
    plan: 'overlapping',
    parts: [aPart(), aPart({ featureNo: 18, zone: OTHER_ZONE })],
  }),
  'near a border': anAnswer({ nearBorder: [{ zone: OTHER_ZONE, distanceM: 2.4 }] }),
  'near an overlay': anAnswer({
    nearOverlays: [
      {
        code: 'banjir',
        title: 'Rawan banjir',
        levelCode: 'tinggi',
        name: 'Rawan banjir contoh, tinggi',
        distanceM: 2.4,
        parcelM2: 193.7,
        parcelPct: 91.2,
        isSliver: false,
        effects: USUAL.themes.concerned.flatMap(({ effects }) => effects).slice(0, 1),
      },
    ],
  }),
  'no plan here': anAnswer({ plan: 'none', parts: [] }),
  'outside the city': anAnswer({
    plan: 'outsideCity',
    coverage: 'outsideCity',
    place: { ...USUAL.place, point: [1.2745, 116.8312] },
    swapOffer: [...PLACE],
    neighbour: 'Kabupaten Contoh',
    admin: [],
    parcels: [],
    parts: [],
    rtrw: [],
    roads: [],
    utilities: [],
  }),
  'source failed': anAnswer({ plan: 'sourceFailed', parts: [], isComplete: false }),
  prohibited: anAnswer({
    parts: [aPart({ warnings: ['prohibited'] })],
    themes: {
      ...USUAL.themes,
      concerned: USUAL.themes.concerned.map((row) =>
        row.code === 'banjir'
          ? {
              ...row,
              effects: row.effects.map((effect) => ({
                ...effect,
                effect: 'prohibition' as const,
                body: 'Di daerah banjir contoh ini tidak boleh ada bangunan.',
              })),
            }
          : row,
      ),
    },
  }),
  'invalid geometry': anAnswer({ plan: 'invalidGeometry', parts: [] }),
};

const panel = (lookup: Partial<Query<Answer>>) => (
  <AnswerPanel
    place={PLACE}
    on={null}
    lookup={{ ...NO_QUERY, ...lookup }}
    city={CITY}
    onBackToPlace={nothing}
  />
);

export const ANSWER_SPECIMENS: readonly Specimen[] = [
  {
    name: 'Start panel',
    states: {
      'with a map': <StartPanel on={null} hasMap area={null} onZones={nothing} />,
      'without a map': <StartPanel on={null} hasMap={false} area={null} onZones={nothing} />,
      'a kelurahan was found': (
        <StartPanel
          on={null}
          hasMap
          area={{ name: 'Klandasan Ulu', page: '/kelurahan/klandasan-ulu' }}
          onZones={nothing}
        />
      ),
    },
  },
  {
    name: 'Answer panel',
    states: {
      loading: panel({ isFetching: true }),
      answer: panel({ data: USUAL }),
      offline: panel({ error: new ApiFailure('offline') }),
      failed: panel({ error: new ApiFailure('unreadable') }),
      problem: panel({
        error: new ApiFailure('problem', 'Terlalu banyak pertanyaan. Coba lagi dalam satu menit.'),
      }),
    },
  },
  {
    name: 'Whole answer',
    states: Object.fromEntries(
      Object.entries(ANSWERS).map(([name, answer]) => [
        name,
        <AnswerView
          key={name}
          answer={answer}
          city={CITY.name}
          disclaimer={CITY.disclaimer}
          back={null}
          actions={null}
        />,
      ]),
    ),
  },
];
