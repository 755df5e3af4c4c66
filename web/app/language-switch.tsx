import { LANGUAGES } from '#domain/language';
import { useReader } from '../locale/reader.tsx';

const NAMES = { id: 'Indonesia', en: 'English' } as const;

/** The same address in another language: `lang` replaced, all else kept. */
export function inLanguage(path: string, language: string): string {
  const [pathname = '/', search = ''] = path.split('?');
  const kept = search.split('&').filter((part) => part !== '' && !part.startsWith('lang='));
  return `${pathname}?${[...kept, `lang=${language}`].join('&')}`;
}

/** Links, not a menu: they work without JavaScript and say where they lead. */
export function LanguageSwitch({ path }: { path: string }) {
  const { t, language } = useReader();
  return (
    <nav className="languages" aria-label={t['app.language']}>
      {LANGUAGES.map((candidate) => (
        <a
          key={candidate}
          href={inLanguage(path, candidate)}
          hrefLang={candidate}
          lang={candidate}
          aria-current={candidate === language ? 'true' : undefined}
          aria-label={`${candidate.toUpperCase()} ${NAMES[candidate]}`}
        >
          {candidate.toUpperCase()}
        </a>
      ))}
    </nav>
  );
}
