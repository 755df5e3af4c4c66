import type { ReactNode } from 'react';
import type { Legend } from '#domain/zoning/legend';
import { DateChoice } from '../../web/features/legend/date-choice.tsx';
import { LayerList } from '../../web/features/legend/layer-list.tsx';
import { LegendCard } from '../../web/features/legend/legend-card.tsx';
import { MapFurniture } from '../../web/features/lookup/map-furniture.tsx';
import { MapTroubleNote } from '../../web/features/lookup/map-trouble.tsx';
import { MapGrid } from '../../web/features/print-map/map-grid.tsx';
import { SheetFacts } from '../../web/features/print-map/sheet-facts.tsx';
import { SheetLegend } from '../../web/features/print-map/sheet-legend.tsx';
import { PlaceForm, SearchBox } from '../../web/features/search/index.ts';
import { ToolFrame, ToolMenu } from '../../web/features/tools/index.ts';
import { TOOLS } from '../../web/features/tools/registry.ts';
import type { Query } from '../../web/lib/query.ts';
import { anAnswer } from '../support/an-answer.ts';
import { SEARCHES } from './answering.ts';
import { CITY, nothing, PLACE, PORT, TODAY } from './city.ts';
import { LEGEND, portWithLook } from './legend.ts';
import type { Specimen } from './specimen.ts';
import { TypedSearch } from './typed-search.tsx';
import '../../web/features/print-map/print-sheet.css';
import '../../web/ui/styles/map-furniture.css';

const NO_LEGEND: Query<Legend> = { data: undefined, error: null, isFetching: false, refetch: nothing };
const ofLegend = (legend: Partial<Query<Legend>>, look: string | null = null) => ({
  port: portWithLook(look),
  legend: { ...NO_LEGEND, ...legend },
  toggled: [],
  look,
  on: null,
  today: TODAY,
  onChange: nothing,
  onClose: nothing,
});
const TOOL_PROPS = {
  port: PORT,
  city: CITY,
  today: TODAY,
  place: PLACE,
  on: null,
  answer: anAnswer(),
  legend: LEGEND,
  toggled: [],
  choose: nothing,
  onTool: nothing,
};
const sheet = (element: ReactNode): ReactNode => <div className="sheet gallery-sheet">{element}</div>;
const drawn = (): Parameters<typeof SheetLegend>[0]['drawn'] => {
  let legend: Parameters<typeof SheetLegend>[0]['drawn'] = [];
  portWithLook('hatched').watchLegend((told) => {
    legend = told.map((layer) => ({
      ...layer,
      shares:
        layer.layerId === 'rdtr-contoh'
          ? new Map([
              ['R-3', 0.6],
              ['K-2', 0.3],
            ])
          : null,
    }));
  });
  return legend;
};

export const MAP_SPECIMENS: readonly Specimen[] = [
  {
    name: 'Search box',
    states: {
      empty: <SearchBox onChoose={nothing} onArea={nothing} />,
      ...Object.fromEntries(
        Object.entries(SEARCHES).map(([state, words]) => [state, <TypedSearch key={state} words={words} />]),
      ),
    },
  },
  {
    name: 'Place form',
    states: { empty: <PlaceForm typed="" />, typed: <PlaceForm typed="di mana-mana" /> },
  },
  {
    name: 'Legend card',
    states: {
      loading: <LegendCard {...ofLegend({ isFetching: true })} />,
      failed: <LegendCard {...ofLegend({ error: new Error('503') })} />,
      full: <LegendCard {...ofLegend({ data: LEGEND })} />,
      hatched: <LegendCard {...ofLegend({ data: LEGEND }, 'hatched')} />,
      safe: <LegendCard {...ofLegend({ data: LEGEND }, 'safe')} />,
    },
  },
  { name: 'Layers', states: { all: <LayerList {...ofLegend({ data: LEGEND })} /> } },
  {
    name: 'Date choice',
    states: {
      today: <DateChoice on={null} today={TODAY} onChange={nothing} />,
      'another day': <DateChoice on="2027-01-01" today={TODAY} onChange={nothing} />,
    },
  },
  {
    name: 'Map furniture',
    states: { 'north, scale and sources': <MapFurniture port={PORT} sources={['Data contoh']} /> },
  },
  {
    name: 'Map trouble',
    states: {
      failed: <MapTroubleNote trouble="failed" onRetry={() => undefined} />,
      slow: <MapTroubleNote trouble="slow" onRetry={() => undefined} />,
      layers: <MapTroubleNote trouble="layers" onRetry={() => undefined} />,
      lost: <MapTroubleNote trouble="lost" onRetry={() => undefined} />,
    },
  },
  { name: 'Tool menu', states: { closed: <ToolMenu isMapDrawn onUnfold={nothing} onOpen={nothing} /> } },
  {
    name: 'Tool',
    states: {
      ...Object.fromEntries(TOOLS.map(({ id }) => [id, <ToolFrame key={id} tool={id} {...TOOL_PROPS} />])),
      'not known': <ToolFrame tool="tidak-ada" {...TOOL_PROPS} />,
    },
  },
  {
    name: 'Print sheet',
    states: {
      legend: sheet(<SheetLegend drawn={drawn()} legend={LEGEND} most={18} />),
      'scale, versions and sources': sheet(
        <SheetFacts
          attribution="Dinas Contoh"
          {...TOOL_PROPS}
          state=""
          keep={nothing}
          close={nothing}
          centre={PLACE}
          settings={{ paper: 'A4', orientation: 'portrait', scale: 5000, isHatched: true }}
        />,
      ),
      grid: <MapGrid bounds={[116.82, -1.28, 116.84, -1.265]} width={180} height={130} />,
    },
  },
];
