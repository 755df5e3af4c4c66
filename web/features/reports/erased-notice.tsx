import type { ErasedReporter } from '#domain/report/report-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { Notice } from '../../ui/notice.tsx';
import { ownTexts } from './own-texts.ts';

/** What was erased just now, or that there was nothing left to erase. */
export function ErasedNotice({ erased }: { erased: ErasedReporter }) {
  const t = useTexts(ownTexts);
  const { identity, messages, photos, disputes, browsers } = erased;
  const parts = [
    identity && t['erased.identity'],
    messages > 0 && t['erased.messages'](messages),
    photos > 0 && t['erased.photos'](photos),
    disputes > 0 && t['erased.disputes'],
    browsers > 0 && t['erased.browsers'],
  ].filter((part) => part !== false);
  return (
    <Notice
      icon="check"
      title={parts.length === 0 ? t['erased.nothing'] : `${t['erased.done']} ${parts.join(', ')}.`}
    />
  );
}
