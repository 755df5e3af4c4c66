import { useEffect, useMemo, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapPicture } from '../../map/map-port.ts';
import type { ToolProps } from '../map-tool/index.ts';
import {
  boundsAround,
  PRINT_PIXEL_RATIO,
  type PrintSettings,
  pixelsOf,
  readSettings,
  SCALES,
  sheetSize,
  writeSettings,
  zoomForScale,
} from './print-scale.ts';
import { PrintSheet } from './print-sheet.tsx';
import { printTexts } from './print-texts.ts';
import './print-tool.css';

/** A picture, and what it is a picture of: the page may go on to another day behind the sheet. */
interface Made extends Pick<ToolProps, 'on' | 'legend'> {
  readonly picture: MapPicture;
  readonly centre: LngLat;
}

/** Chooses paper and scale while a frame on the map shows what fits, then makes the sheet. */
export function PrintTool(props: ToolProps) {
  const { port, state, keep, on, legend } = props;
  const { language } = useReader();
  const t = useTexts(printTexts);
  const announce = useAnnounce();
  const settings = useMemo(() => readSettings(state), [state]);
  const { paper, orientation, scale, isHatched } = settings;
  const [centre, setCentre] = useState<LngLat>(() => port.view().centre);
  const [making, setMaking] = useState<'no' | 'yes' | 'failed'>('no');
  const [made, setMade] = useState<Made | null>(null);
  const size = sheetSize(paper, orientation);
  const width = Math.ceil(pixelsOf(size.mapWidth));
  const height = Math.ceil(pixelsOf(size.mapHeight));
  useEffect(() => port.watchView((view) => setCentre(view.centre)), [port]);
  useEffect(() => {
    // The frame is for the screen; it does not belong on paper.
    if (making === 'yes') return;
    const [west, south, east, north] = boundsAround(centre, zoomForScale(scale, centre[1]), width, height);
    const ring: LngLat[] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    port.showShapes('print', [{ kind: 'line', look: 'accent', coordinates: ring }]);
  }, [port, centre, scale, width, height, making]);
  useEffect(() => () => port.showShapes('print', []), [port]);
  useEffect(() => {
    // The whole frame comes into sight when another sheet is chosen; the reader's own movements stay as they are.
    const middle = port.view().centre;
    port.fitTo(boundsAround(middle, zoomForScale(scale, middle[1]), width, height));
  }, [port, scale, width, height]);
  const change = (patch: Partial<PrintSettings>): void => keep(writeSettings({ ...settings, ...patch }));
  const make = async (): Promise<void> => {
    // Nothing is drawn yet for the day that would stand on the sheet.
    if (legend === undefined || making === 'yes') return;
    setMaking('yes');
    announce(t.making);
    // Before the picture is taken; the effect above brings the frame back.
    port.showShapes('print', []);
    try {
      const zoom = zoomForScale(scale, centre[1]);
      const request = { centre, zoom, width, height, pixelRatio: PRINT_PIXEL_RATIO, isHatched };
      const picture = await port.takePicture(request);
      if (picture === null) throw new Error('There is no map to print.');
      setMade({ picture, centre, on, legend });
      setMaking('no');
      announce(t.ready);
    } catch {
      setMaking('failed');
      announce(t.failed);
    }
  };
  return (
    <form
      className="print-tool"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <p className="quiet">{t.how}</p>
      <label>
        <span>{t.scale}</span>
        <select value={scale} onChange={(event) => change({ scale: Number(event.target.value) })}>
          {SCALES.map((one) => (
            <option key={one} value={one}>
              {t.numericScale(formatNumber(one, language, 0))}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t.paper}</span>
        <select
          value={paper}
          onChange={(event) => change({ paper: event.target.value === 'A3' ? 'A3' : 'A4' })}
        >
          <option>A4</option>
          <option>A3</option>
        </select>
      </label>
      <label>
        <span>{t.orientation}</span>
        <select
          value={orientation}
          onChange={(event) =>
            change({ orientation: event.target.value === 'portrait' ? 'portrait' : 'landscape' })
          }
        >
          <option value="landscape">{t.landscape}</option>
          <option value="portrait">{t.portrait}</option>
        </select>
      </label>
      <label className="switch">
        <input
          type="checkbox"
          checked={isHatched}
          onChange={(event) => change({ isHatched: event.target.checked })}
        />
        <span>{t.hatched}</span>
      </label>
      {making === 'failed' && <p className="unknown-block">{t.failed}</p>}
      {legend === undefined && (
        <p className="unknown-block" role="status">
          {t.noLayers}
        </p>
      )}
      <button
        type="submit"
        className="button-primary"
        aria-disabled={making === 'yes' || legend === undefined}
      >
        {making === 'yes' ? t.making : t.make}
      </button>
      {made !== null && <PrintSheet {...props} {...made} settings={settings} onClose={() => setMade(null)} />}
    </form>
  );
}
