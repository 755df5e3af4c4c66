import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Legend } from '#domain/zoning/legend';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { SecondMap } from '../../map/map-port.ts';
import { shownLayers, useLegend } from '../legend/index.ts';
import type { ToolProps } from '../map-tool/index.ts';
import { compareTexts } from './compare-texts.ts';
import { Divider } from './divider.tsx';
import {
  type Comparison,
  firstComparison,
  layersOfSide,
  readComparison,
  type Side,
  writeComparison,
} from './side.ts';
import { SideChoice } from './side-choice.tsx';
import './compare.css';

/** Two layers, or two dates, on one map: left of a divider the one, right of it the other, both moving together. */
export function CompareTool({ port, legend, toggled, on, today, state, keep }: ToolProps) {
  const { language } = useReader();
  const t = useTexts(compareTexts);
  const comparison = useMemo(
    () => (state === '' ? firstComparison(legend) : readComparison(state)),
    [state, legend],
  );
  const { left, right } = comparison;
  // While it is dragged the divider stands where the finger is; the address follows when the finger leaves.
  const [dragged, setDragged] = useState<number | null>(null);
  const at = dragged ?? comparison.at;
  const change = (patch: Partial<Comparison>): void => keep(writeComparison({ ...comparison, ...patch }));
  const asked = { left: useLegend(left.on ?? on), right: useLegend(right.on ?? on) };
  const leftLegend = asked.left.data;
  const rightLegend = asked.right.data;
  const container = useRef<HTMLDivElement>(null);
  const [second, setSecond] = useState<SecondMap | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    let opened: SecondMap | null = null;
    let isGone = false;
    const element = container.current;
    if (element === null) return;
    const open = async (): Promise<void> => {
      try {
        opened = await port.openSecond(element);
      } catch {
        setHasFailed(true);
      }
      if (isGone) opened?.remove();
      else setSecond(opened);
    };
    void open();
    return () => {
      isGone = true;
      opened?.remove();
      setSecond(null);
    };
  }, [port]);
  useEffect(
    () => port.takeLayers(layersOf(left, leftLegend, toggled), leftLegend?.names ?? []),
    [port, left, leftLegend, toggled],
  );
  useEffect(
    () => second?.showLayers(layersOf(right, rightLegend, toggled), rightLegend?.names ?? []),
    [second, right, rightLegend, toggled],
  );
  const title = (side: Side, of: Legend | undefined): string => {
    const layer = of?.layers.find((one) => one.layerId === side.layerId);
    return `${layer?.title ?? t.asOnMap} · ${formatDay(side.on ?? on ?? today, language)}`;
  };
  return (
    <div className="compare">
      <p className="quiet">{t.how}</p>
      {hasFailed && (
        <p className="unknown-block" role="alert">
          {t.failed}
        </p>
      )}
      {(['left', 'right'] as const).map((name) => (
        <SideChoice
          key={name}
          name={t[name]}
          side={comparison[name]}
          asked={asked[name]}
          day={on ?? today}
          onChange={(side) => change({ [name]: side })}
        />
      ))}
      {port.element !== null &&
        createPortal(
          <div className="compare-layer">
            <div
              className="compare-map"
              ref={container}
              aria-hidden="true"
              style={{ clipPath: `inset(0 0 0 ${at}%)` }}
            />
            <Divider
              at={at}
              left={title(left, leftLegend)}
              right={title(right, rightLegend)}
              onDrag={setDragged}
              onMove={(next) => {
                setDragged(null);
                change({ at: next });
              }}
            />
          </div>,
          port.element,
        )}
    </div>
  );
}

/** Nothing while it is not known what is in force: whatever was drawn before is of another day. */
const layersOf = (side: Side, legend: Legend | undefined, toggled: readonly string[]) =>
  legend === undefined ? [] : layersOfSide(side, legend, shownLayers(legend.layers, toggled));
