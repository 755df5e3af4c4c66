import { useEffect, useRef } from 'react';
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
  const strip = useRef<HTMLElement>(null);
  // On a phone the strip is wider than the screen: the part that is shown is not left outside of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is another place on the strip
  useEffect(() => {
    const here = strip.current?.querySelector('[aria-current]')?.getBoundingClientRect();
    const frame = strip.current?.getBoundingClientRect();
    if (strip.current === null || here === undefined || frame === undefined) return;
    strip.current.scrollLeft += here.left + here.width / 2 - frame.left - frame.width / 2;
  }, [current]);
  return (
    <nav ref={strip} className="tabs" aria-label={label}>
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
