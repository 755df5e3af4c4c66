import type { Answer } from '#domain/zoning/answer';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';

const WORDS = { id: 'Laporkan pelanggaran di sini', en: 'Report a violation here' } as const;

/** From an answer to a report about this very place. */
export function ReportHere({ answer }: { answer: Answer }) {
  const { language } = useReader();
  const [lng, lat] = answer.place.point;
  return (
    <p className="actions">
      <a className="button" href={`/lapor?lon=${lng}&lat=${lat}`} rel="nofollow">
        <Icon name="warning" />
        {WORDS[language]}
      </a>
    </p>
  );
}
