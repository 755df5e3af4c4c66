import { useState } from 'react';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { measureTexts } from './measure-texts.ts';

/** Copies a text; where the browser refuses, the text is shown to be copied by hand. */
export function CopyButton({ text }: { text: string }) {
  const t = useTexts(measureTexts);
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
      announce(t.copied);
    } catch {
      setOutcome('failed');
      announce(t.copyFailed);
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {t.copy}
      </button>
      {outcome === 'copied' && <span className="quiet">{t.copied}</span>}
      {outcome === 'failed' && (
        <label className="copy-by-hand">
          {t.copyFailed}
          <textarea readOnly rows={4} value={text} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </>
  );
}
