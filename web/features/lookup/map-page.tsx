import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BBox, LngLat } from '#domain/geo/lng-lat';
import type { Answer } from '#domain/zoning/answer';
import { readAddress } from '../../app/address.ts';
import { useAnnounce } from '../../app/announcer.tsx';
import { LatePart } from '../../app/late-part.tsx';
import type { CityFacts } from '../../app/page-data.ts';
import { PageHeader } from '../../app/page-header.tsx';
import { useAddress } from '../../app/use-address.ts';
import { firstThingsAreDone } from '../../lib/first-things.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapPort, MapTrouble } from '../../map/map-port.ts';
import { DemoRibbon } from '../../ui/demo-ribbon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { isSheet, nextHeight, usePanel } from '../../ui/use-panel.ts';
import { legendCard, shownLayers, useLegend } from '../legend/index.ts';
import { SearchBox } from '../search/index.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { mapControls, toolFrame } from './later-parts.ts';
import { LinksContext, mapPageHref } from './links.ts';
import { MapView } from './map-view.tsx';
import { PanelHandle } from './panel-handle.tsx';
import { outcomeLine, placeTitle } from './place-words.ts';
import { StartPanel } from './start-panel.tsx';
import { useLookup } from './use-lookup.ts';
import { firstLook, firstSight, useMapEdges } from './use-map-edges.ts';
import { useMapReady } from './use-map-ready.ts';
import { usePageTitle } from './use-page-title.ts';

interface MapPageProps {
  readonly initialAnswer: Answer | null;
  readonly city: CityFacts;
  /** The query of the rendered address, `?p=…` or empty. */
  readonly serverSearch: string;
  readonly today: string;
}

/** The first page: map, search, and the answer for the chosen place. Everything shareable is in the address. */
export function MapPage({ initialAnswer, city, serverSearch, today }: MapPageProps) {
  const reader = useReader();
  const { t } = reader;
  const announce = useAnnounce();
  const { address, search, change } = useAddress(serverSearch);
  const { place, on, toggled, look, tool } = address;
  // The day is that of the rendered address, where "today" has no name; the day asked now may be another.
  const initial = useMemo(
    () =>
      initialAnswer && {
        answer: initialAnswer,
        place: initialAnswer.place.point,
        on: readAddress(serverSearch).on,
      },
    [initialAnswer, serverSearch],
  );
  const lookup = useLookup(place, on, initial);
  const legend = useLegend(on);
  const [port, setPort] = useState<MapPort | null>(null);
  const isMapReady = useMapReady(port);
  const [trouble, setTrouble] = useState<MapTrouble | null>(null);
  const [ground, setGround] = useState('');
  const [isLegendOpen, setIsLegendOpen] = useState(false);
  const [area, setArea] = useState<{ name: string; page: string } | null>(null);
  const panel = useRef<HTMLElement>(null);
  const { height, setHeight, handle } = usePanel(panel, place === null ? 'peek' : 'half');
  const centre = address.centre ?? place;
  const view = address.zoom === null || centre === null ? null : { centre, zoom: address.zoom };
  useMapEdges(port, panel, height, isLegendOpen, { place, view, extent: legend.data?.extent ?? null });
  const isChosen = place !== null;
  // Back and forward change the place without a tap: the sheet follows.
  useEffect(() => {
    setHeight((current) => (!isChosen ? 'peek' : current === 'peek' ? 'half' : current));
    if (isChosen) setArea(null);
    else announce('');
  }, [isChosen, setHeight, announce]);

  const choose = useCallback(
    (next: LngLat) => {
      const rounded: LngLat = [Number(next[0].toFixed(5)), Number(next[1].toFixed(5))];
      change({ place: rounded, centre: null, zoom: null }, 'push');
      setHeight((current) => (current === 'peek' ? 'half' : current));
      announce(t['answer.loading']);
    },
    [announce, change, setHeight, t],
  );
  /** From the search field: the answer is where one reads on. */
  const wantsFocus = useRef(false);
  const chooseFound = (next: LngLat): void => {
    wantsFocus.current = true;
    choose(next);
    focusAnswer();
  };
  const chooseArea = (bbox: BBox, point: LngLat, name: string, page: string): void => {
    if (port?.kind !== 'drawn') {
      chooseFound(point);
      return;
    }
    port.fitTo(bbox);
    change({ place: null, ...port.view() }, 'push');
    setArea({ name, page });
    announce(t['start.tapIn'](name));
    focusAnswer();
  };

  const resize = (direction: 1 | -1): void => {
    const next = nextHeight(height, direction);
    setHeight(next);
    announce(t[`sheet.${next}`]);
  };

  const onTool = useCallback(
    (tool: string | null, step: 'push' | 'replace') => change({ tool }, step),
    [change],
  );

  const backToPlace = useCallback(() => {
    setHeight('half');
    if (place !== null) port?.moveTo(place);
  }, [port, place, setHeight]);

  // The same as long as it says the same: the answer is drawn from it, and is the largest part of the page.
  const links = useMemo(
    () => ({
      placeHref: (other: LngLat) => mapPageHref(other, on),
      on,
      today,
      asked: address.activity,
      ask: (words: string) => change({ activity: words === '' ? null : words }, 'push'),
      openTool: (tool: string) => onTool(tool, 'push'),
    }),
    [on, today, address.activity, change, onTool],
  );

  const drawn = legend.data;
  const isBare = useRef(true);
  useEffect(() => {
    if (drawn !== undefined) port?.showLayers(shownLayers(drawn.layers, toggled), drawn.names);
    // What was drawn is of another day; nothing stands under the name of this one until it is known.
    else if (!isBare.current) port?.showLayers([], []);
    isBare.current = drawn === undefined;
  }, [port, drawn, toggled]);

  useEffect(() => port?.showLook(look), [port, look]);

  const answer = lookup.data;
  useEffect(() => {
    const parts = answer?.parts.map(({ layerId, featureNo }) => ({ layerId, featureNo })) ?? [];
    const [parcel, other] = answer?.parcels ?? [];
    port?.showPlace(place, parts, other === undefined ? (parcel?.nib ?? null) : null);
    if (answer === undefined || !wantsFocus.current) return;
    wantsFocus.current = false;
    focusAnswer();
  }, [port, place, answer]);

  const outcome = answer === undefined ? null : outcomeLine(answer, city.name, reader);
  const title = answer === undefined ? null : placeTitle(answer, city.name, reader);
  useEffect(() => {
    // With every answer, also one of the same words: "loading" must not be the last that is heard.
    if (answer !== undefined && title !== null && outcome !== null)
      announce(t['answer.ready'](title, outcome));
  }, [announce, answer, title, outcome, t]);
  usePageTitle(place === null ? null : (answer ?? null), city);

  const isDemo = answer?.isDemo ?? legend.data?.isDemo ?? city.isDemo;
  return (
    <LinksContext value={links}>
      <div
        className="map-page"
        data-panel={height}
        data-legend={isLegendOpen ? 'open' : undefined}
        data-chosen={place === null ? 'no' : 'yes'}
      >
        <a className="skip" href="#jawaban">
          {t['app.skip']}
        </a>
        {isDemo && <DemoRibbon isRegion />}
        <div className="top">
          <PageHeader city={city.name} path={`/${search}`} />
          <SearchBox onChoose={chooseFound} onArea={chooseArea} />
        </div>
        <main
          ref={panel}
          id="jawaban"
          className="panel"
          aria-label={t['sheet.label']}
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && height === 'full' && isSheet()) resize(-1);
          }}
        >
          <PanelHandle
            height={height}
            grip={handle}
            onResize={resize}
            onClose={place && (() => change({ place: null, ...port?.view() }, 'push'))}
          />
          <div className="panel-content">
            <div role="status">
              {port?.kind === 'text' && (
                <Notice title={t['map.unavailable']}>
                  <p>{t['map.unavailableHelp']}</p>
                </Notice>
              )}
            </div>
            {place === null ? (
              <StartPanel
                hasMap={port?.kind !== 'text'}
                area={area}
                on={on}
                onZones={() => onTool('zona', 'push')}
              />
            ) : (
              <AnswerPanel place={place} on={on} lookup={lookup} city={city} onBackToPlace={backToPlace} />
            )}
          </div>
          {port !== null && tool !== null && (
            <LatePart later={toolFrame}>
              {(ToolFrame) => (
                <ToolFrame
                  {...{ port, city, today, place, on, answer, toggled }}
                  choose={chooseFound}
                  legend={drawn}
                  tool={tool}
                  onTool={onTool}
                />
              )}
            </LatePart>
          )}
        </main>
        <section className="map-frame" aria-label={t['map.landmark']}>
          <MapView
            options={{
              view: firstLook(view, place),
              firstSight: () => firstSight(drawn, toggled, height, firstLook(view, place)),
              bbox: city.bbox,
              label: t['map.label'],
              // Picked with the keyboard: the answer is where one reads on, as from the list and the search.
              onPick: (picked) => (isByKeyboard() ? chooseFound : choose)(picked),
              onMoved: ({ centre, zoom }) => change({ centre, zoom }, 'replace'),
              hasBaseMap: city.hasBaseMap === true,
              onTrouble: setTrouble,
              onGround: setGround,
              onComplete: firstThingsAreDone,
            }}
            onOpen={(opened) => {
              setPort(opened);
              if (opened?.kind === 'text') setHeight('full');
            }}
          />
          <span className="crosshair" aria-hidden="true" />
          {port !== null && (isMapReady || trouble !== null) && (
            <LatePart later={mapControls}>
              {(MapControls) => (
                <MapControls
                  port={port}
                  city={city}
                  on={on}
                  legend={legend}
                  isLegendOpen={isLegendOpen}
                  onLegend={() => setIsLegendOpen((open) => !open)}
                  choice={area ?? place}
                  onPick={choose}
                  onTool={onTool}
                  trouble={trouble}
                  sources={[...city.attributions, ground]}
                  device={drawn?.device}
                />
              )}
            </LatePart>
          )}
          {isLegendOpen && port !== null && (
            <LatePart later={legendCard}>
              {(LegendCard) => (
                <LegendCard
                  port={port}
                  legend={legend}
                  toggled={toggled}
                  look={look}
                  on={on}
                  today={today}
                  onChange={(patch) => change(patch, 'on' in patch ? 'push' : 'replace')}
                  onClose={() => setIsLegendOpen(false)}
                />
              )}
            </LatePart>
          )}
        </section>
      </div>
    </LinksContext>
  );
}

/** The map has the keyboard, so what was picked was picked with Enter. */
const isByKeyboard = (): boolean => document.activeElement?.matches('canvas:focus-visible') === true;

/** Moves the reading position to the heading of the answer, or of what stands in its place. */
const focusAnswer = (): void => document.getElementById('answer-title')?.focus({ preventScroll: true });
