import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { LngLat } from '#domain/geo/lng-lat';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapPicture } from '../../map/map-port.ts';
import { useModal } from '../../ui/dialog.tsx';
import type { ToolProps } from '../map-tool/index.ts';
import { MapGrid } from './map-grid.tsx';
import { MARGIN_MM, type PrintSettings, pixelsOf, sheetSize } from './print-scale.ts';
import { printTexts } from './print-texts.ts';
import { SheetFacts } from './sheet-facts.tsx';
import { SheetLegend } from './sheet-legend.tsx';
import './print-sheet.css';

interface PrintSheetProps extends ToolProps {
  readonly picture: MapPicture;
  readonly centre: LngLat;
  readonly settings: PrintSettings;
  onClose(): void;
}

/** The sheet as it comes out of the printer, shown before it is printed. Sizes are in millimetres throughout. */
export function PrintSheet({ picture, centre, settings, onClose, ...props }: PrintSheetProps) {
  const { legend, city, on, today } = props;
  const { language } = useReader();
  const t = useTexts(printTexts);
  const { paper, orientation, scale } = settings;
  const size = sheetSize(paper, orientation);
  const view = useRef<HTMLDialogElement>(null);
  useModal(view);
  const [fit, setFit] = useState(1);
  const source = useMemo(() => URL.createObjectURL(picture.image), [picture]);
  useEffect(() => () => URL.revokeObjectURL(source), [source]);
  useEffect(() => {
    const element = view.current;
    if (element === null) return;
    const measure = (): void => setFit(Math.min(1, (element.clientWidth - 24) / pixelsOf(size.width)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [size.width]);
  const isDemo = legend?.isDemo ?? city.isDemo;
  // The picture has whole pixels, the sheet has millimetres: the picture is put down in its own size, and cut.
  const box = {
    width: `${(Math.ceil(pixelsOf(size.mapWidth)) * 25.4) / 96}mm`,
    height: `${(Math.ceil(pixelsOf(size.mapHeight)) * 25.4) / 96}mm`,
  };
  return createPortal(
    <dialog
      className="print-view"
      aria-label={t.preview}
      ref={view}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="print-bar">
        <button type="button" className="button" onClick={onClose}>
          {t.back}
        </button>
        <button type="button" className="button-primary" onClick={() => window.print()}>
          {t.print}
        </button>
        <p className="quiet">{t.printHint}</p>
      </div>
      <article
        className={`sheet sheet-${paper.toLowerCase()}-${orientation}`}
        data-orientation={orientation}
        style={
          {
            '--fit': fit,
            width: `${size.width}mm`,
            height: `${size.height}mm`,
            padding: `${MARGIN_MM}mm`,
          } as Record<string, string | number>
        }
      >
        <header className="sheet-title">
          <h1>{t.title(city.name)}</h1>
          <p>
            {t.asOf(formatDay(on ?? today, language))}
            {isDemo && <strong className="sheet-demo">{t.demo}</strong>}
          </p>
        </header>
        <figure className="sheet-map" style={{ width: `${size.mapWidth}mm`, height: `${size.mapHeight}mm` }}>
          <div className="sheet-picture" style={box}>
            <img src={source} alt={t.image(formatNumber(scale, language, 0))} style={box} />
            <MapGrid bounds={picture.bounds} width={size.mapWidth} height={size.mapHeight} />
          </div>
          {isDemo && <p className="sheet-watermark">{t.demo}</p>}
        </figure>
        <div className="sheet-side">
          <SheetLegend drawn={picture.legend} legend={legend} most={paper === 'A3' ? 44 : 18} />
          <SheetFacts {...props} {...{ centre, settings }} attribution={picture.attribution} />
        </div>
      </article>
    </dialog>,
    document.body,
  );
}
