import { useId, useState } from 'react';
import type { DrawnGround, StaffApplication } from '#domain/krk/application-answers';
import type { SheetEntry } from '#domain/krk/sheet';
import { partKey } from '#domain/zoning/part-key';
import { LatePart } from '../../app/late-part.tsx';
import { formatArea } from '../../lib/format.ts';
import { later } from '../../lib/later.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Loading } from '../console-frame/index.ts';
import type { AnswerOfGround } from './application-api.ts';
import { sheetTexts } from './sheet-texts.ts';

const drawApproved = later(async () => (await import('./draw-approved.tsx')).DrawApproved);

/** Which ground is approved in part: parts of the machine's answer, or an outline drawn inside the plot. */
export function ApprovedFields({
  seen,
  answer,
  drawn,
  entry,
  hasTried,
  onWrite,
}: {
  seen: StaffApplication;
  answer: AnswerOfGround | undefined;
  drawn: DrawnGround | undefined;
  entry: SheetEntry;
  hasTried: boolean;
  onWrite: (change: Partial<SheetEntry>) => void;
}) {
  const { language } = useReader();
  const t = useTexts(sheetTexts);
  const name = useId();
  const { approved } = entry;
  const [way, setWay] = useState<'parts' | 'drawing'>(
    approved !== null && 'coordinates' in approved ? 'drawing' : 'parts',
  );
  const chosen = approved !== null && 'parts' in approved ? approved.parts : [];
  const corners =
    approved !== null && 'coordinates' in approved
      ? approved.coordinates.flat().reduce((sum, ring) => sum + ring.length - 1, 0)
      : 0;
  const saved = seen.sheet.approved;
  const isMissing = hasTried && approved === null;
  return (
    <fieldset className="form-group">
      <legend>{t.approved}</legend>
      <p className="quiet">{t.approvedHelp}</p>
      {saved !== null && (
        <p>
          {t.approvedNow(formatArea(saved.areaM2, language))}
          {saved.parts.length > 0 && `, ${t.approvedParts(saved.parts.join(', '))}`}
        </p>
      )}
      {isMissing && (
        <p className="form-error" id={`${name}-error`}>
          {t.noneChosen}
        </p>
      )}
      <div className="choices">
        {(['parts', 'drawing'] as const).map((one) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name={name}
              checked={way === one}
              onChange={() => {
                setWay(one);
                onWrite({ approved: null });
              }}
            />
            <span className="choice-name">{t[`way.${one}`]}</span>
          </label>
        ))}
      </div>
      {way === 'parts' && (
        <div className="choices">
          {(answer?.parts ?? []).map((part, index) => (
            <label key={partKey(part)} className="choice">
              <input
                type="checkbox"
                checked={chosen.includes(index + 1)}
                aria-invalid={isMissing || undefined}
                aria-describedby={isMissing ? `${name}-error` : undefined}
                onChange={({ target }) => {
                  const parts = [
                    ...chosen.filter((number) => number !== index + 1),
                    ...(target.checked ? [index + 1] : []),
                  ].sort((one, other) => one - other);
                  onWrite({ approved: parts.length === 0 ? null : { parts } });
                }}
              />
              <span className="choice-name">
                {index + 1}. {part.zone.code}
                {part.areaM2 !== null && `, ${formatArea(part.areaM2, language)}`}
              </span>
            </label>
          ))}
        </div>
      )}
      {way === 'drawing' && drawn !== undefined && (
        <LatePart later={drawApproved} waiting={<Loading rows={2} />}>
          {(DrawApproved) => (
            <DrawApproved
              drawn={drawn}
              onDrawn={(outline) => onWrite({ approved: { coordinates: [[outline]] } })}
            />
          )}
        </LatePart>
      )}
      {corners > 0 && <p role="status">{t.drawn(corners)}</p>}
    </fieldset>
  );
}
