import type { ReactNode } from 'react';
import type { Figure, Setback } from '#domain/zoning/figure';
import type { Itbx, Verdict } from '#domain/zoning/itbx';
import { Activities } from '../../web/features/lookup/activities.tsx';
import { ActivityQuestion } from '../../web/features/lookup/activity-question.tsx';
import { FigureRow } from '../../web/features/lookup/figure-row.tsx';
import { LegalBasis } from '../../web/features/lookup/legal-basis.tsx';
import { LinksContext, textPageHref } from '../../web/features/lookup/links.ts';
import { KeyFigures, PlainSentence } from '../../web/features/lookup/plain-sentence.tsx';
import { SetbackRow } from '../../web/features/lookup/setback-row.tsx';
import { SourcesProvider } from '../../web/features/lookup/source-link.tsx';
import { CityPlan, Nearby } from '../../web/features/lookup/surroundings.tsx';
import { Themes } from '../../web/features/lookup/themes.tsx';
import { Unknowns } from '../../web/features/lookup/unknowns.tsx';
import { Versions } from '../../web/features/lookup/versions.tsx';
import { ZoneHeading } from '../../web/features/lookup/zone-part.tsx';
import { aFigure, aMissingFigure, anAnswer, aPart } from '../support/an-answer.ts';
import type { Specimen } from './specimen.ts';

const ANSWER = anAnswer();
const PART = aPart();
const [SETBACK] = PART.setbacks as [Setback];
const [CITY_CLASS] = ANSWER.rtrw as [(typeof ANSWER.rtrw)[number]];
const HEIGHT = aFigure({ measure: 'height_m' }, 12);
const ZONE = PART.zone;
const ONLY = { n: 1, total: 1 };

const FIGURES: Readonly<Record<Figure['status'], Figure>> = {
  set: aFigure({ measure: 'kdb', computedM2: 120 }),
  text: PART.figures.find(({ status }) => status === 'text') ?? aMissingFigure('min_parcel_m2'),
  notSet: aMissingFigure('ktb'),
  outsideClasses: aFigure({ measure: 'kdb', status: 'outsideClasses', governing: null }),
  needsParcel: aFigure({
    measure: 'kdb',
    status: 'needsParcel',
    governing: null,
    alternatives: [60, 50].map((value, index) => ({
      value,
      text: null,
      unitAsPrinted: '%',
      parcelMinM2: index === 0 ? null : 201,
      parcelMaxM2: index === 0 ? 200 : null,
      roadClass: null,
      sourceId: ANSWER.sources[0]?.sourceId ?? '',
    })),
  }),
  overlayUnknown: aFigure({ measure: 'floors', status: 'overlayUnknown', governing: null }, 4),
  capNotComparable: {
    ...HEIGHT,
    status: 'capNotComparable',
    governing: null,
    caps: PART.figures.flatMap(({ caps }) => caps.filter(({ comparable }) => !comparable)),
  },
};

const SETBACKS: Readonly<Record<Setback['status'], Setback>> = {
  set: SETBACK,
  text: {
    ...SETBACK,
    status: 'text',
    valueM: null,
    governingM: null,
    text: 'Mengikuti garis bangunan yang ada.',
  },
  notSet: {
    ...SETBACK,
    kind: 'jbb',
    status: 'notSet',
    roadClass: null,
    valueM: null,
    governingM: null,
    sourceId: null,
  },
  needsRoad: { ...SETBACK, status: 'needsRoad', roadName: null, roadDistanceM: null, governingM: null },
  ifAdjacent: { ...SETBACK, status: 'ifAdjacent' },
  overlayUnknown: { ...SETBACK, status: 'overlayUnknown', governingM: null },
};

const CODES: Readonly<Record<Itbx, string[]>> = {
  I: ['I'],
  T: ['T1'],
  B: ['T1', 'B2'],
  X: ['X'],
  unknown: [],
};

function verdict(governing: Itbx): Verdict {
  const codes = CODES[governing];
  return {
    activityId: 'bengkel',
    activityName: 'Bengkel sepeda motor',
    groupName: 'Jasa',
    kbli: ['95412'],
    base: governing,
    codes,
    conditions: PART.conditions.filter(({ code }) => codes.includes(code)),
    overriddenBy: [],
    nearby: [],
    governing,
    reason: governing === 'unknown' ? 'emptyCell' : null,
    sourceId: ANSWER.sources.find(({ article }) => article === 'Lampiran Contoh II')?.sourceId ?? null,
  };
}

const withSources = (element: ReactNode): ReactNode => (
  <SourcesProvider sources={ANSWER.sources}>{element}</SourcesProvider>
);
const listed = <T,>(
  rows: Readonly<Record<string, T>>,
  show: (row: T) => ReactNode,
): Record<string, ReactNode> =>
  Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name, withSources(<ul className="figures">{show(row)}</ul>)]),
  );
const asked = (governing: Itbx): ReactNode =>
  withSources(
    <LinksContext
      value={{
        placeHref: (place) => textPageHref(place, null),
        on: null,
        today: '2026-11-21',
        asked: 'bengkel',
        ask: null,
        openTool: null,
      }}
    >
      <ActivityQuestion answer={anAnswer({ parts: [aPart({ verdict: verdict(governing) })] })} />
    </LinksContext>,
  );

export const PART_SPECIMENS: readonly Specimen[] = [
  {
    name: 'Zone heading',
    states: {
      known: <ZoneHeading part={PART} position={ONLY} />,
      'one of two': (
        <ZoneHeading part={aPart({ areaM2: 1204, sharePct: 62 })} position={{ n: 1, total: 2 }} />
      ),
      'a sliver': (
        <ZoneHeading
          part={aPart({ areaM2: 0.4, sharePct: 0.1, isSliver: true })}
          position={{ n: 2, total: 2 }}
        />
      ),
      'unknown code': (
        <ZoneHeading
          part={aPart({
            zone: { ...ZONE, code: 'QQ-9', isKnownCode: false, color: null },
            warnings: ['unknownZoneCode'],
          })}
          position={ONLY}
        />
      ),
      'colour not confirmed': (
        <ZoneHeading part={aPart({ zone: { ...ZONE, colorProvisional: true } })} position={ONLY} />
      ),
    },
  },
  { name: 'Key figures', states: { three: <KeyFigures part={PART} /> } },
  {
    name: 'Plain sentence',
    states: {
      usual: <PlainSentence part={PART} />,
      prohibited: <PlainSentence part={aPart({ warnings: ['prohibited'] })} />,
      road: (
        <PlainSentence
          part={aPart({ zone: { ...ZONE, code: 'BJ', zoneCode: 'BJ', subzoneName: 'Badan Jalan' } })}
        />
      ),
    },
  },
  {
    name: 'Figure row',
    states: listed(FIGURES, (figure) => <FigureRow figure={figure} areaM2={null} />),
  },
  {
    name: 'Setback row',
    states: listed(SETBACKS, (setback) => (
      <SetbackRow
        group={{ setback, roads: [{ name: setback.roadName, distanceM: setback.roadDistanceM ?? 18.4 }] }}
      />
    )),
  },
  {
    name: 'Activity question',
    states: {
      'not asked': withSources(<ActivityQuestion answer={ANSWER} />),
      I: asked('I'),
      T: asked('T'),
      B: asked('B'),
      X: asked('X'),
      unknown: asked('unknown'),
    },
  },
  {
    name: 'Activities',
    states: {
      'every outcome': withSources(<Activities part={PART} />),
      'no matrix': <Activities part={aPart({ itbx: [] })} />,
    },
  },
  {
    name: 'Themes',
    states: {
      'three lists': withSources(<Themes themes={ANSWER.themes} />),
      'none concerned': <Themes themes={{ ...ANSWER.themes, concerned: [] }} />,
    },
  },
  {
    name: 'City plan',
    states: {
      agrees: <CityPlan rtrw={ANSWER.rtrw} />,
      check: <CityPlan rtrw={[{ ...CITY_CLASS, agreement: 'check' }]} />,
      'not judged': <CityPlan rtrw={[{ ...CITY_CLASS, agreement: 'notJudged' }]} />,
      none: <CityPlan rtrw={[]} />,
    },
  },
  { name: 'Nearby', states: { 'road and network': <Nearby answer={ANSWER} /> } },
  {
    name: 'Legal basis',
    states: { sources: <LegalBasis sources={ANSWER.sources} />, none: <LegalBasis sources={[]} /> },
  },
  {
    name: 'Unknowns',
    states: {
      some: <Unknowns answer={ANSWER} />,
      none: <Unknowns answer={anAnswer({ parts: [], themes: { ...ANSWER.themes, noData: [] } })} />,
    },
  },
  {
    name: 'Versions',
    states: {
      demonstration: <Versions answer={ANSWER} />,
      none: <Versions answer={anAnswer({ versions: [] })} />,
    },
  },
];
