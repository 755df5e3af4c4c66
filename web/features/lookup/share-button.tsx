import { useState } from 'react';
import type { Answer } from '#domain/zoning/answer';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLinks } from './links.ts';

/** Hands an answer on, and says what became of it. */
export function ShareButton({ answer }: { answer: Answer }) {
  const { t, language } = useReader();
  const { asked } = useLinks();
  const [said, setSaid] = useState('');
  const share = async (): Promise<void> => {
    const { shareAnswer } = await import('./share-answer.ts');
    setSaid(await shareAnswer(answer, asked, language));
  };
  return (
    <>
      <button type="button" className="button only-with-script" onClick={share}>
        <Icon name="share" />
        {t['answer.share']}
      </button>
      <span className="quiet actions-said" role="status">
        {said}
      </span>
    </>
  );
}
