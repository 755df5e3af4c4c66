import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** Something that a reader must know before the rest: what happened, what it means, what to do. */
export function Notice({
  icon = 'warning',
  title,
  children,
}: {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="notice">
      <Icon name={icon} />
      <div>
        <p className="notice-title">{title}</p>
        {children}
      </div>
    </div>
  );
}
