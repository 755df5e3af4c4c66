import { ConsoleLink } from './console-link.tsx';

/** Parts of one screen, each at an address of its own. */
export function TabLinks({
  label,
  tabs,
  current,
}: {
  label: string;
  tabs: readonly {
    readonly id: string;
    readonly href: string;
    readonly name: string;
    readonly count?: string;
  }[];
  current: string;
}) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ id, href, name, count }) => (
          <li key={id}>
            <ConsoleLink href={href} aria-current={id === current ? 'page' : undefined}>
              {name}
              {count !== undefined && <span className="tabs-count tabular">{count}</span>}
            </ConsoleLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
