import { useId, useState } from 'react';
import { type PointContent, standing } from '#domain/field-round/item';
import { outlineFault } from '#domain/field-round/outline';
import { OUTLINE_FAULT_WORDS } from '#domain/field-round/words';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatMetres } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { Bring } from './bring.ts';
import { texts } from './texts.ts';

interface Corner {
  readonly itemId: string;
  readonly point: PointContent;
}

/** Measured points become the outline of the plot: those that are corners, in their order around it. */
export function CornerForm({ round, items, add }: Bring) {
  const { language } = useReader();
  const t = useTexts(texts);
  const announce = useAnnounce();
  const heading = useId();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [order, setOrder] = useState<readonly string[]>([]);
  const [hasTried, setHasTried] = useState(false);
  const points = standing(items).flatMap(({ itemId, content }): Corner[] =>
    content.kind === 'point' ? [{ itemId, point: content }] : [],
  );
  // What was moved comes as it was moved, everything newer after it.
  const inOrder = [
    ...order.flatMap((id) => points.find(({ itemId }) => itemId === id) ?? []),
    ...points.filter(({ itemId }) => !order.includes(itemId)),
  ];
  const corners = inOrder.filter(({ itemId }) => !left.has(itemId));
  const fault = outlineFault(corners.map(({ point }) => point.at));
  const moveUp = (index: number): void => {
    const ids = inOrder.map(({ itemId }) => itemId);
    const [moved, before] = [ids[index], ids[index - 1]];
    if (moved === undefined || before === undefined) return;
    ids.splice(index - 1, 2, moved, before);
    setOrder(ids);
  };
  const turn = (itemId: string): void => {
    const next = new Set(left);
    if (!next.delete(itemId)) next.add(itemId);
    setLeft(next);
  };
  const save = async (): Promise<void> => {
    setHasTried(true);
    if (fault !== null) return;
    const known = corners.map(({ point }) => point.accuracyM);
    const kept = await add(round, {
      kind: 'outline',
      corners: corners.map(({ point }) => point.at),
      // One corner of unknown accuracy makes that of the whole outline unknown.
      accuracyM: known.some((one) => one === null) ? null : Math.max(...known.map(Number)),
    });
    if (kept) announce(t.outlineKept);
  };
  return (
    <section className="block form" aria-labelledby={heading}>
      <h2 id={heading}>{t.corners}</h2>
      {points.length === 0 ? (
        <p className="quiet">{t.noPoints}</p>
      ) : (
        <>
          <p className="quiet">{t.cornersHelp}</p>
          <ol className="field-corners">
            {inOrder.map(({ itemId, point }, index) => (
              <li key={itemId}>
                <label>
                  <input type="checkbox" checked={!left.has(itemId)} onChange={() => turn(itemId)} />
                  <span>
                    {point.label ?? t.point}{' '}
                    <span className="quiet tabular">
                      ± {point.accuracyM === null ? t.unknown : formatMetres(point.accuracyM, language)}
                    </span>
                  </span>
                </label>
                {index > 0 && (
                  <button type="button" className="button" onClick={() => moveUp(index)}>
                    {t.up}
                    <span className="hidden-visually"> {point.label ?? t.point}</span>
                  </button>
                )}
              </li>
            ))}
          </ol>
          {hasTried && fault !== null && (
            <p className="form-error" role="alert">
              {OUTLINE_FAULT_WORDS[fault][language]}
            </p>
          )}
          <div className="form-actions">
            <button type="button" className="button" onClick={() => void save()}>
              {t.saveOutline}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
