import type { ReactNode } from 'react';

/** From above: the land, the building on it, the road below. Which part the term is about stands out. */
function FromAbove({ children }: { children: ReactNode }) {
  return (
    <>
      <rect className="drawn-road" x="0" y="150" width="240" height="42" />
      <path className="drawn-line" d="M0 171h240" strokeDasharray="10 8" />
      <rect className="drawn-land" x="50" y="20" width="140" height="112" />
      {children}
    </>
  );
}

/** From the side: floors above the ground, a basement below it. */
function FromTheSide({ children }: { children: ReactNode }) {
  return (
    <>
      <path className="drawn-ground" d="M0 130h240v62H0Z" />
      {children}
      <path className="drawn-edge" d="M0 130h240" />
    </>
  );
}

const DRAWINGS: Readonly<Record<string, ReactNode>> = {
  kdb: (
    <FromAbove>
      <rect className="drawn-mark" x="72" y="36" width="96" height="70" />
    </FromAbove>
  ),
  kdh: (
    <FromAbove>
      <rect className="drawn-building" x="72" y="50" width="96" height="56" />
      <path className="drawn-mark" d="M50 20h140v18H50ZM50 114h48v18H50Z" />
    </FromAbove>
  ),
  gsb: (
    <FromAbove>
      <rect className="drawn-building" x="72" y="32" width="96" height="60" />
      <path className="drawn-measure" d="M120 92v79M114 92h12M114 171h12" />
      <path className="drawn-mark-line" d="M40 92h160" />
    </FromAbove>
  ),
  jbs: (
    <FromAbove>
      <rect className="drawn-building" x="78" y="32" width="84" height="76" />
      <path className="drawn-measure" d="M50 70h28M50 64v12M78 64v12M162 70h28M162 64v12M190 64v12" />
    </FromAbove>
  ),
  jbb: (
    <FromAbove>
      <rect className="drawn-building" x="72" y="50" width="96" height="60" />
      <path className="drawn-measure" d="M120 20v30M114 20h12M114 50h12" />
    </FromAbove>
  ),
  rumija: (
    <FromAbove>
      <rect className="drawn-building" x="72" y="32" width="96" height="60" />
      <path className="drawn-measure" d="M26 150v42M20 150h12M20 192h12" />
      <path className="drawn-mark-line" d="M0 150h240" />
    </FromAbove>
  ),
  klb: (
    <FromTheSide>
      <path className="drawn-mark" d="M70 100h100v28H70ZM70 68h100v28H70ZM70 36h100v28H70Z" />
    </FromTheSide>
  ),
  ktb: (
    <FromTheSide>
      <path className="drawn-building" d="M80 46h80v82H80Z" />
      <rect className="drawn-mark" x="64" y="134" width="112" height="36" />
    </FromTheSide>
  ),
};

/** A small drawing where one says more than words; the words beside it say the same, so it is hidden from readers. */
export function TermDrawing({ slug }: { slug: string }) {
  const drawing = DRAWINGS[slug];
  if (drawing === undefined) return null;
  return (
    <svg
      className="drawing"
      viewBox="0 0 240 192"
      width="240"
      height="192"
      aria-hidden="true"
      focusable="false"
    >
      {drawing}
    </svg>
  );
}
