import { useId } from 'react';
import type { Legend } from '#domain/zoning/legend';
import type { Query } from '../../lib/query.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { LegendFailure } from '../legend/index.ts';
import { compareTexts } from './compare-texts.ts';
import { choices, type Side } from './side.ts';

/** What one side shows: which plan or overlay, and as of which day. */
export function SideChoice({
  name,
  side,
  asked,
  day,
  onChange,
}: {
  name: string;
  side: Side;
  asked: Query<Legend>;
  /** The day of the page, which a side has until another is chosen. */
  day: string;
  onChange: (side: Side) => void;
}) {
  const { t: words } = useReader();
  const t = useTexts(compareTexts);
  const id = useId();
  const legend = asked.data;
  const offered = choices(legend);
  const isMissing =
    legend !== undefined && side.layerId !== null && !offered.some((one) => one.layerId === side.layerId);
  const hasNoPlan = legend !== undefined && !offered.some((layer) => layer.kind === 'zones');
  return (
    <fieldset className="compare-side">
      <legend>{name}</legend>
      <label htmlFor={`${id}-layer`}>{t.layer}</label>
      <select
        id={`${id}-layer`}
        value={side.layerId ?? ''}
        onChange={(event) => onChange({ ...side, layerId: event.target.value || null })}
      >
        <option value="">{t.asOnMap}</option>
        {isMissing && <option value={side.layerId ?? ''}>{t.notInForce(side.layerId ?? '')}</option>}
        {offered.map((layer) => (
          <option key={layer.layerId} value={layer.layerId}>
            {words['themes.name'](layer.theme ?? '', layer.title)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-day`}>{t.day}</label>
      <input
        id={`${id}-day`}
        type="date"
        value={side.on ?? day}
        onChange={(event) => {
          const next = event.target.value;
          if (next !== '') onChange({ ...side, on: next === day ? null : next });
        }}
      />
      <LegendFailure legend={asked} />
      {hasNoPlan && <p className="unknown-block">{t.noPlan}</p>}
    </fieldset>
  );
}
