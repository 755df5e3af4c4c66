import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { StaffIcon } from '../../ui/staff-icon.tsx';
import { ConsoleLink } from './console-link.tsx';
import { frameTexts } from './texts.ts';

/**
 * One screen: its heading takes the focus when the address leads here, so that keyboard and screen reader start at the
 * top; the window is named after it.
 *
 * @param back where the list is that this is one of
 * @param actions what can be done here; one of them is primary
 */
export function Screen({
  title,
  lead,
  back,
  actions,
  wide = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  back?: { readonly href: string; readonly name: string };
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useTexts(frameTexts);
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place, heading);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = `${title} – ${t.console}`;
    announce(title);
  }, [announce, title, t]);
  return (
    <div ref={place} className={wide ? 'screen screen-wide' : 'screen'}>
      {back !== undefined && (
        <ConsoleLink className="screen-back" href={back.href}>
          <StaffIcon name="back" />
          {back.name}
        </ConsoleLink>
      )}
      <div className="screen-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className="screen-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="screen-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/**
 * Who pressed a button that is gone with what it did (approved, submitted, removed) goes on at the heading, not at the top of
 * the page: a browser leaves the focus nowhere.
 */
function useKeptFocus(
  place: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLHeadingElement | null>,
): void {
  useEffect(() => {
    const screen = place.current;
    if (screen === null) return;
    let last: EventTarget | null = null;
    const remember = ({ target }: FocusEvent): void => {
      last = target;
    };
    const observer = new MutationObserver(() => {
      if (!(last instanceof Element) || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      heading.current?.focus({ preventScroll: true });
    });
    screen.addEventListener('focusin', remember);
    observer.observe(screen, { childList: true, subtree: true });
    return () => {
      screen.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [place, heading]);
}
