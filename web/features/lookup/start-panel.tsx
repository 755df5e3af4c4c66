import { useReader } from '../../locale/reader.tsx';

const EXAMPLES = [
  { text: 'Klandasan Ulu', href: '/lokasi?koordinat=Klandasan+Ulu' },
  { text: '-1,2745; 116,8312', href: '/lokasi?koordinat=-1,2745;116,8312' },
];

/**
 * Before any place is chosen: what this page is for, and one way to try it.
 *
 * @param area the kelurahan or kecamatan that was looked for: the map shows it, the place in it is still to say
 */
export function StartPanel({
  hasMap,
  area,
  onZones,
}: {
  hasMap: boolean;
  area: { name: string; page: string } | null;
  onZones: () => void;
}) {
  const { t } = useReader();
  return (
    <div className="start">
      <h1 id="answer-title" tabIndex={-1}>
        {area?.name ?? t['start.title']}
      </h1>
      {area !== null && (
        <>
          <p>{t['start.tapIn'](area.name)}</p>
          <p className="actions">
            <a className="button" href={`/kelurahan/${encodeURIComponent(area.name)}`}>
              {t['start.readArea'](area.name)}
            </a>
            <button type="button" className="button" onClick={onZones}>
              {t['start.zones']}
            </button>
          </p>
        </>
      )}
      {area === null && (
        <>
          <p className="only-with-script">{hasMap ? t['start.body'] : t['start.bodyNoMap']}</p>
          <p className="only-without-script">{t['start.noScript']}</p>
          <p className="quiet start-examples">
            {t['start.example']}:{' '}
            {EXAMPLES.map((example) => (
              <a key={example.href} href={example.href}>
                {example.text}
              </a>
            ))}
          </p>
          <nav className="quiet start-examples" aria-label={t['start.read']}>
            {t['start.read']}: <a href="/di-mana">{t['start.where']}</a>{' '}
            <a href="/kelurahan">{t['search.kind.kelurahan']}</a>{' '}
            <a href="/peraturan">{t['start.regulations']}</a> <a href="/istilah">{t['start.glossary']}</a>
          </nav>
        </>
      )}
    </div>
  );
}
