import { LANGUAGES } from '#domain/language';
import { useReader } from '../locale/reader.tsx';

const NAMES = { id: 'Indonesia', en: 'English' } as const;

/** The same address in another language: `lang` replaced, all else kept. */
export function inLanguage(path: string, language: string): string {
  const [pathname = '/', search = ''] = path.split('?');
  const kept = search.split('&').filter((part) => part !== '' && !part.startsWith('lang='));
  return `${pathname}?${[...kept, `lang=${language}`].join('&')}`;
}

interface Props {
  readonly path: string;
  /** Id of the form of the page that goes along: what was typed is there in the other language, and stands in no address. */
  readonly form?: string | undefined;
}

/** Links, not a menu: they work without JavaScript and say where they lead. */
export function LanguageSwitch({ path, form }: Props) {
  const { t, language } = useReader();
  if (form !== undefined) return <FormLanguages path={path} form={form} />;
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

/** Buttons of a form that stands further down: its page comes again in the other language, with all that is in it. */
function FormLanguages({ path, form }: { path: string; form: string }) {
  const { t, language } = useReader();
  return (
    <nav className="languages" aria-label={t['app.language']}>
      {/* Enter in a field presses the first button of its form: it sends, and changes no language. */}
      <button type="submit" form={form} className="hidden-visually" tabIndex={-1} aria-hidden="true" />
      {LANGUAGES.map((candidate) => (
        <button
          key={candidate}
          type="submit"
          form={form}
          formAction={inLanguage(path, candidate)}
          formNoValidate
          name="bahasa"
          value={candidate}
          lang={candidate}
          aria-current={candidate === language ? 'true' : undefined}
          aria-label={`${candidate.toUpperCase()} ${NAMES[candidate]}`}
        >
          {candidate.toUpperCase()}
        </button>
      ))}
    </nav>
  );
}
