import { useReader } from '../locale/reader.tsx';
import { LanguageSwitch } from './language-switch.tsx';

/** Name of the product and city, and the language: the head of every page. */
export function PageHeader({ city, path, form }: { city: string; path: string; form?: string | undefined }) {
  const { t } = useReader();
  return (
    <header className="page-header">
      <a className="brand" href="/" title={t['app.home']}>
        <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
          <path className="brand-back" d="M4 9.5 14 4l10 5.5V19L14 24.5 4 19Z" />
          <path className="brand-line" d="M4 9.5 14 15l10-5.5M14 15v9.5M9 6.8l10 5.4" />
        </svg>
        <span>
          <span className="brand-name">{t['app.name']}</span>
          <span className="brand-city">{city}</span>
        </span>
      </a>
      <LanguageSwitch path={path} form={form} />
    </header>
  );
}
