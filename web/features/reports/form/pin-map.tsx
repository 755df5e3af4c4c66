import { useEffect, useRef, useState } from 'react';
import type { BBox, LngLat } from '#domain/geo/lng-lat';
import { circleAround } from '#domain/geo/measure';
import { useTexts } from '../../../locale/feature-texts.ts';
import { type MapPort, openMap } from '../../../map/map-port.ts';
import { Icon } from '../../../ui/icon.tsx';
import { ZoomButtons } from '../../../ui/zoom-buttons.tsx';
import { shownLayers, useLegend } from '../../legend/index.ts';
import { placeTexts } from './place-texts.ts';

/** What the device said last, to be looked at. */
export interface DevicePlace {
  readonly at: LngLat;
  readonly accuracyM: number;
}

/** A map that is moved below a crosshair; what is in its middle becomes the pin only when somebody says so. */
export function PinMap({
  bbox,
  pin,
  device,
  onPin,
}: {
  bbox: BBox;
  pin: LngLat | null;
  device: DevicePlace | null;
  onPin: (place: LngLat) => void;
}) {
  const t = useTexts(placeTexts);
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef({ onPin, pin, label: t.map });
  const [port, setPort] = useState<MapPort | null>(null);
  const [hasTrouble, setHasTrouble] = useState(false);
  const legend = useLegend(null).data;
  useEffect(() => {
    latest.current = { onPin, pin, label: t.map };
  });
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let isGone = false;
    let opened: MapPort | null = null;
    const { pin: first, label } = latest.current;
    void openMap(element, {
      view: first === null ? null : { centre: first, zoom: 17 },
      bbox,
      hasBaseMap: false,
      label,
      onPick: (place) => latest.current.onPin(place),
      onMoved: () => undefined,
      onTrouble: (trouble) => setHasTrouble(trouble === 'failed'),
      onGround: () => undefined,
    }).then((made) => {
      if (isGone) return made.remove();
      opened = made;
      setPort(made);
    });
    return () => {
      isGone = true;
      opened?.remove();
      setPort(null);
    };
  }, [bbox]);
  useEffect(() => {
    if (port !== null && legend !== undefined) port.showLayers(shownLayers(legend.layers, []), legend.names);
  }, [port, legend]);
  useEffect(() => {
    port?.showPlace(pin, [], null);
    if (pin !== null) port?.moveTo(pin);
  }, [port, pin]);
  useEffect(() => {
    if (port === null) return;
    const circle = device === null ? [] : [circleAround(device.at, device.accuracyM)];
    port.showShapes(
      'perangkat',
      circle.map((ring) => ({ kind: 'area', look: 'accent', coordinates: [ring] })),
    );
    if (device !== null) port.show({ centre: device.at, zoom: zoomFor(device.accuracyM) });
  }, [port, device]);
  if (port?.kind === 'text') return <p className="unknown-block">{t.noMap}</p>;
  return (
    <div className="pin-map">
      <p className="quiet">{t.mapHelp}</p>
      <div className="pin-map-frame">
        <div ref={container} className={port === null ? 'map map-opening' : 'map'} />
        {port === null ? (
          <p className="pin-map-opening" role="status">
            {t.mapOpening}
          </p>
        ) : (
          <>
            <svg className="pin-cross" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
              <path d="M24 4v14M24 30v14M4 24h14M30 24h14" />
              <path d="M24 4v14M24 30v14M4 24h14M30 24h14" />
            </svg>
            <ZoomButtons bigger={t.bigger} smaller={t.smaller} onZoom={(by) => port.zoomBy(by)} />
          </>
        )}
      </div>
      {hasTrouble && <p role="status">{t.mapFailed}</p>}
      <button
        type="button"
        className={pin === null ? 'button-primary' : 'button'}
        disabled={port === null}
        onClick={() => port !== null && onPin(port.view().centre)}
      >
        <Icon name="pin" />
        {t.drop}
      </button>
    </div>
  );
}

/** So near that the whole circle of doubt is seen: 512 pixels of a world at zoom 0. */
const zoomFor = (accuracyM: number): number =>
  Math.min(18, Math.max(10, Math.log2(40_075_017 / 512 / (accuracyM / 80))));
