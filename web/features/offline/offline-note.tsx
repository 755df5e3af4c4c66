import { useEffect } from 'react';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { provenance } from '../../offline/provenance.ts';
import { Notice } from '../../ui/notice.tsx';
import { momentInWords } from './moments.ts';
import { texts } from './texts.ts';

/** Says that an answer is not the server's of this moment: where it comes from, how old it is, what it lacks. */
export function OfflineNote({ answer, retry }: { answer: object; retry?: () => void }) {
  const t = useTexts(texts);
  const { language } = useReader();
  useEffect(() => {
    if (retry === undefined) return;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [retry]);
  const from = provenance.get(answer);
  if (from === undefined) return null;
  const at = momentInWords(from.at, language);
  return (
    <div className="offline-note">
      <Notice title={from.kind === 'pack' ? t.fromPack(at) : t.fromSaved(at)}>
        <p>{from.kind === 'pack' ? t.packLacks(from.version) : t.savedVersion(from.version)}</p>
        {from.isOutdated && <p>{t.outdated}</p>}
        {retry !== undefined && (
          <button type="button" className="button" onClick={retry}>
            {t.askAgain}
          </button>
        )}
      </Notice>
    </div>
  );
}
