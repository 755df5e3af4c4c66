import { useEffect, useId, useState } from 'react';
import type { BaseMapKind } from '#domain/base-map';
import { fetchBaseMapKinds } from '../../lib/base-maps.ts';
import { type MapLook, writeLook } from '../../lib/map-look.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { texts } from './texts.ts';

/** The ground below the plan. Where the operator set none there is nothing to choose, and nothing is shown. */
export function BaseChoice({ look, onChange }: { look: MapLook; onChange: (look: string | null) => void }) {
  const t = useTexts(texts);
  const name = useId();
  const [kinds, setKinds] = useState<readonly BaseMapKind[]>([]);
  useEffect(() => {
    let isGone = false;
    fetchBaseMapKinds().then(
      (found) => {
        if (!isGone) setKinds(found);
      },
      // Without the list the map keeps its own ground; nothing is lost.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  const [usual] = kinds;
  if (usual === undefined) return null;
  const chosen = look.base === 'none' ? 'none' : (kinds.find((kind) => kind === look.base) ?? usual);
  return (
    <fieldset className="legend-choice">
      <legend>{t.baseMap}</legend>
      {[...kinds, 'none' as const].map((kind) => (
        <label key={kind} className="switch">
          <input
            type="radio"
            name={name}
            checked={kind === chosen}
            onChange={() => onChange(writeLook({ ...look, base: kind === usual ? null : kind }))}
          />
          <span>{kind === 'none' ? t.ownGround : t[kind]}</span>
        </label>
      ))}
    </fieldset>
  );
}
