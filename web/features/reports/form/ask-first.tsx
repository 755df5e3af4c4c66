import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../locale/feature-texts.ts';
import { deviceTexts } from './device-texts.ts';

/** A button for what cannot be brought back: it asks before, and the reading position goes to the question. */
export function AskFirst({
  label,
  question,
  yes,
  onYes,
  className = 'button',
}: {
  label: string;
  question: string;
  yes: string;
  onYes: () => void;
  className?: string;
}) {
  const t = useTexts(deviceTexts);
  const [isAsking, setIsAsking] = useState(false);
  const asked = useRef<HTMLParagraphElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const hasAsked = useRef(false);
  useEffect(() => {
    if (isAsking) asked.current?.focus();
    else if (hasAsked.current) opener.current?.focus();
    hasAsked.current = isAsking;
  }, [isAsking]);
  if (!isAsking)
    return (
      <button ref={opener} type="button" className={className} onClick={() => setIsAsking(true)}>
        {label}
      </button>
    );
  return (
    <div className="report-actions">
      <p ref={asked} tabIndex={-1}>
        {question}
      </p>
      <button
        type="button"
        className="button"
        onClick={() => {
          setIsAsking(false);
          onYes();
        }}
      >
        {yes}
      </button>
      <button type="button" className="button" onClick={() => setIsAsking(false)}>
        {t.cancel}
      </button>
    </div>
  );
}
