import { onDay } from '../../app/reading-links.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLinks } from './links.ts';

const EXAMPLES = [
  { text: 'Klandasan Ulu', href: '/lokasi?koordinat=Klandasan+Ulu' },
  { text: '-1,2745; 116,8312', href: '/lokasi?koordinat=-1,2745;116,8312' },
];

const WAYS = [
  { id: 'where', href: '/di-mana', icon: 'pin', tool: 'dimana' },
  { id: 'build', href: '/bangun', icon: 'house', tool: 'bangun' },
  { id: 'krk', href: '/krk/ajukan', icon: 'check', tool: null },
  { id: 'report', href: '/lapor', icon: 'warning', tool: null },
  { id: 'areas', href: '/kelurahan', icon: 'layers', tool: null },
  { id: 'regulations', href: '/peraturan', icon: 'page', tool: null },
  { id: 'glossary', href: '/istilah', icon: 'question', tool: null },
] as const;

/**
 * Before any place is chosen: what this page is for, and one way to try it.
 *
 * @param area the kelurahan or kecamatan that was looked for: the map shows it, the place in it is still to say
 */
export function StartPanel({
  hasMap,
  area,
  on,
  onZones,
}: {
  hasMap: boolean;
  area: { name: string; page: string } | null;
  on: string | null;
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
            <a className="button" href={onDay(area.page, on)}>
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
          <Ways hasTools={hasMap} />
        </>
      )}
    </div>
  );
}

/** What else one can come for: pages that need neither map nor script, and the tool of the map where there is one. */
function Ways({ hasTools }: { hasTools: boolean }) {
  const { t } = useReader();
  const { openTool } = useLinks();
  return (
    <nav className="start-ways" aria-label={t['start.read']}>
      <ul>
        {WAYS.map(({ id, href, icon, tool }) => (
          <li key={id}>
            <a
              href={href}
              onClick={(event) => {
                if (tool === null || openTool === null || !hasTools || event.metaKey || event.ctrlKey) return;
                event.preventDefault();
                openTool(tool);
              }}
            >
              <Icon name={icon} />
              <span>
                <span className="start-way">{t[`start.${id}`]}</span>
                <span className="quiet">{t[`start.${id}For`]}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
