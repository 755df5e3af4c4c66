import { type ReactNode, useEffect, useRef } from 'react';
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
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = `${title} – ${t.console}`;
    announce(title);
  }, [announce, title, t]);
  return (
    <div className={wide ? 'screen screen-wide' : 'screen'}>
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
