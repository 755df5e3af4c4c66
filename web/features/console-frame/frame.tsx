import { type ReactNode, useEffect, useId, useState } from 'react';
import type { Action } from '#domain/accounts/rights';
import type { Language } from '#domain/language';
import { LanguageSwitch } from '../../app/language-switch.tsx';
import { signOut } from '../../lib/staff-session.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { DemoRibbon } from '../../ui/demo-ribbon.tsx';
import { StaffIcon, type StaffIconName } from '../../ui/staff-icon.tsx';
import { goTo, useConsoleAddress } from './address.ts';
import { useConsole } from './console-context.ts';
import { ConsoleLink } from './console-link.tsx';
import { frameTexts } from './texts.ts';

/** One of the places in the rail. */
export interface ConsolePlace {
  readonly id: string;
  readonly href: string;
  readonly icon: StaffIconName;
  readonly name: Readonly<Record<Language, string>>;
  /** Only for who may do one of these; none: for everybody who works here. */
  readonly actions: readonly Action[];
}

/** Rail, head and room for a screen. On a phone the rail is a menu under the head. */
export function ConsoleFrame({
  places,
  current,
  children,
}: {
  places: readonly ConsolePlace[];
  /** Id of the place that the screen belongs to. */
  current: string | null;
  children: ReactNode;
}) {
  const { language } = useReader();
  const t = useTexts(frameTexts);
  const { city, member } = useConsole();
  const { path } = useConsoleAddress();
  const menu = useId();
  const [isOpen, setIsOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen closes the menu that led to it
  useEffect(() => setIsOpen(false), [path]);
  return (
    <div className="console">
      <a className="skip" href="#isi">
        {t.skip}
      </a>
      {city.isDemo && <DemoRibbon isRegion />}
      <header className="console-head">
        <ConsoleLink className="console-brand" href="/konsol">
          <svg viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" focusable="false">
            <path className="brand-back" d="M4 9.5 14 4l10 5.5V19L14 24.5 4 19Z" />
            <path className="brand-line" d="M4 9.5 14 15l10-5.5M14 15v9.5M9 6.8l10 5.4" />
          </svg>
          <span>
            <span className="brand-name">{t.console}</span>
            <span className="brand-city">{city.name}</span>
          </span>
        </ConsoleLink>
        {member !== null && (
          <button
            type="button"
            className="console-menu-button"
            aria-expanded={isOpen}
            aria-controls={menu}
            onClick={() => setIsOpen(!isOpen)}
          >
            <StaffIcon name={isOpen ? 'close' : 'menu'} />
            {isOpen ? t.closeMenu : t.menu}
          </button>
        )}
        {member === null && <Languages />}
      </header>
      {member !== null && (
        <div id={menu} className={isOpen ? 'console-rail console-rail-open' : 'console-rail'}>
          <nav className="console-places" aria-label={t.places}>
            <ul>
              {places.map((place) => (
                <li key={place.id}>
                  <ConsoleLink href={place.href} aria-current={place.id === current ? 'page' : undefined}>
                    <StaffIcon name={place.icon} />
                    {place.name[language]}
                  </ConsoleLink>
                </li>
              ))}
            </ul>
          </nav>
          <Me />
        </div>
      )}
      <main id="isi" className="console-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Languages() {
  const { path, query } = useConsoleAddress();
  return <LanguageSwitch path={query.size === 0 ? path : `${path}?${query}`} />;
}

/** Who is signed in, and the way out. */
function Me() {
  const { language } = useReader();
  const t = useTexts(frameTexts);
  const { member, refresh } = useConsole();
  const [hasFailed, setHasFailed] = useState(false);
  const leave = async (): Promise<void> => {
    try {
      await signOut(language);
    } catch {
      return setHasFailed(true);
    }
    await refresh();
    goTo('/konsol', 'replace');
  };
  return (
    <section className="console-me" aria-label={t.me}>
      <p className="console-me-name">{member?.name}</p>
      <ul className="console-me-ways">
        <li>
          <ConsoleLink href="/konsol/akun">{t.account}</ConsoleLink>
        </li>
        <li>
          <a href="/">{t.citizen}</a>
        </li>
        <li>
          <button type="button" className="link-button" onClick={() => void leave()}>
            {t.signOut}
          </button>
        </li>
      </ul>
      {hasFailed && <p role="alert">{t.signOutFailed}</p>}
      <Languages />
    </section>
  );
}
