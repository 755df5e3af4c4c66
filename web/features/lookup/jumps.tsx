import { useReader } from '../../locale/reader.tsx';

/** The parts of an answer as links: the order is the same for everybody, the way to what one came for is one tap. */
export function Jumps({ hasParts }: { hasParts: boolean }) {
  const { t } = useReader();
  const parts = [
    ...(hasParts
      ? ([
          ['angka', 'jumps.figures'],
          ['kegiatan', 'itbx.title'],
        ] as const)
      : []),
    ['tambahan', 'jumps.themes'],
    ['hukum', 'legal.title'],
    ['belum', 'unknown.title'],
  ] as const;
  return (
    <nav className="jumps" aria-label={t['jumps.title']}>
      {parts.map(([id, key]) => (
        <a key={id} href={`#${id}-title`}>
          {t[key]}
        </a>
      ))}
    </nav>
  );
}
