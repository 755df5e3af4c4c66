import type { Answer } from '#domain/zoning/answer';
import { reportAddress } from '../../lib/report-address.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';

const WORDS = { id: 'Laporkan pelanggaran di sini', en: 'Report a violation here' } as const;

/**
 * From an answer to a report about this very place. The pin goes behind `#`, or in what is sent, and never in an address: whatever
 * stands before the server writes those down beside who asked.
 */
export function ReportHere({ answer }: { answer: Answer }) {
  const { language } = useReader();
  const [lng, lat] = answer.place.point;
  return (
    <>
      <p className="actions only-with-script">
        <a className="button" href={reportAddress([lng, lat])} rel="nofollow">
          <Icon name="warning" />
          {WORDS[language]}
        </a>
      </p>
      <form className="only-without-script" method="post" action="/lapor">
        <button type="submit" className="button" name="tempat" value={`${lng},${lat}`}>
          <Icon name="warning" />
          {WORDS[language]}
        </button>
      </form>
    </>
  );
}
