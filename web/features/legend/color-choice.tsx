import { useId } from 'react';
import { type MapLook, writeLook, ZONE_COLORS } from '../../lib/map-look.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { texts } from './texts.ts';

/** How zones are coloured. What is not the official colour says so. */
export function ColorChoice({ look, onChange }: { look: MapLook; onChange: (look: string | null) => void }) {
  const t = useTexts(texts);
  const name = useId();
  return (
    <fieldset className="legend-choice">
      <legend>{t.colors}</legend>
      <div className="segments">
        {ZONE_COLORS.map((colors) => (
          <label key={colors} className="segment">
            <input
              type="radio"
              name={name}
              checked={look.colors === colors}
              onChange={() => onChange(writeLook({ ...look, colors }))}
            />
            <span>{t[colors]}</span>
          </label>
        ))}
      </div>
      {look.colors !== 'prescribed' && (
        <p className="quiet">{look.colors === 'safe' ? t.safeHelp : t.hatchedHelp}</p>
      )}
    </fieldset>
  );
}
