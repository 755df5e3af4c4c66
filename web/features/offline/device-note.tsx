import { useEffect } from 'react';
import type { Provenance } from '#domain/pack/provenance';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import { momentInWords } from './moments.ts';
import './offline.css';
import { texts } from './texts.ts';

const AGAIN_MS = 10_000;

/** Says that an answer is not the server's of this moment: where it comes from, how old it is, what it lacks. */
export function DeviceNote({
  from,
  isAsking,
  retry,
}: {
  from: Provenance;
  /** The server is being asked right now. */
  isAsking: boolean;
  retry: () => void;
}) {
  const t = useTexts(texts);
  const { isSlow } = from;
  // A network that is back often needs a moment more than its sign; one that is slow is being asked already.
  useEffect(() => {
    if (isSlow || isAsking) return;
    const timer = setInterval(() => {
      if (navigator.onLine) retry();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [isSlow, isAsking, retry]);
  return (
    <div className="device-note" role="status">
      <Notice title={useAge(from)}>
        <p>{from.kind === 'pack' ? t.packLacks(from.version) : t.savedVersion(from.version)}</p>
        {from.isOutdated && <p>{t.outdated}</p>}
        <button
          type="button"
          className="button"
          aria-disabled={isAsking}
          onClick={() => !isAsking && retry()}
        >
          {isAsking ? t.asking : t.askAgain}
        </button>
      </Notice>
    </div>
  );
}

/** The same in a line, where there is no room for more. */
export function DeviceLine({ from }: { from: Provenance }) {
  const t = useTexts(texts);
  return (
    <p className="device-line quiet">
      {useAge(from)}
      {from.isOutdated && `. ${t.outdatedShort}`}
    </p>
  );
}

function useAge({ kind, at, isSlow }: Provenance): string {
  const t = useTexts(texts);
  const age = momentInWords(at, useReader().language);
  const network = isSlow ? t.noAnswerYet : t.offlineShort;
  return kind === 'pack' ? t.fromPack(network, age) : t.fromSaved(network, age);
}
