import type { Legend } from '#domain/zoning/legend';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapPicture } from '../../map/map-port.ts';
import { SymbolView } from '../legend/index.ts';
import { printTexts } from './print-texts.ts';

/** What the sheet shows: the codes in the frame with most ground first, then the other layers as a whole. */
export function SheetLegend({
  drawn,
  legend,
  most,
}: {
  drawn: MapPicture['legend'];
  legend: Legend | undefined;
  /** As many codes as the sheet has room for. */
  most: number;
}) {
  const { t: words } = useReader();
  const t = useTexts(printTexts);
  const layerOf = (layerId: string) => legend?.layers.find((layer) => layer.layerId === layerId);
  const nameOf = (layerId: string, code: string) =>
    layerOf(layerId)?.entries.find((entry) => entry.code === code)?.name;
  const codes = drawn.flatMap(({ layerId, shares, symbolByCode }) =>
    [...(shares ?? [])].map(([code, share]) => ({ layerId, code, share, symbol: symbolByCode.get(code) })),
  );
  codes.sort((a, b) => b.share - a.share);
  const hasPlan = drawn.some(
    ({ layerId, shares }) => layerOf(layerId)?.kind === 'zones' && (shares?.size ?? 0) > 0,
  );
  return (
    <section className="sheet-legend" aria-label={t.legend}>
      <h2>{t.legend}</h2>
      {!hasPlan && <p>{t.noPlan}</p>}
      <ul>
        {codes.slice(0, most).map(({ layerId, code, symbol }) => (
          <li key={`${layerId} ${code}`}>
            <SymbolView symbol={symbol} />
            <span>
              <strong>{code}</strong>{' '}
              {nameOf(layerId, code) === undefined ? (
                t.unknownCode
              ) : (
                <span lang="id">{nameOf(layerId, code)}</span>
              )}
            </span>
          </li>
        ))}
        {drawn.map(({ layerId, symbol }) => {
          const layer = layerOf(layerId);
          if (symbol === null || layer === undefined) return null;
          return (
            <li key={layerId}>
              <SymbolView symbol={symbol} />
              <span>{words['themes.name'](layer.theme ?? '', layer.title)}</span>
            </li>
          );
        })}
      </ul>
      {codes.length > most && <p>{t.restLegend(codes.length - most)}</p>}
    </section>
  );
}
