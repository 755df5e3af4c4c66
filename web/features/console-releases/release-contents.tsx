import type { Release } from '#domain/release/release';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { ConsoleLink } from '../console-frame/index.ts';
import { texts } from './texts.ts';

/** The layers of a release, with the files they come from. */
export function ReleaseContents({ items }: { items: Release['items'] }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const number = (value: number | null): string => (value === null ? '–' : formatNumber(value, language));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by the keyboard
    <section className="data-table-frame" aria-label={t.contents} tabIndex={0}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t.layer}</th>
            <th scope="col">{t.file}</th>
            <th scope="col" className="number">
              {t.rows}
            </th>
            <th scope="col" className="number">
              {t.aside}
            </th>
            <th scope="col">{t.effect}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.layerId}>
              <th scope="row">
                <ConsoleLink href={`/konsol/lapisan/${encodeURIComponent(item.layerId)}`}>
                  {item.layerTitle}
                </ConsoleLink>
              </th>
              <td title={item.sha256 ?? undefined}>{item.fileName ?? t.earlierVersion}</td>
              <td className="number">{number(item.featureCount)}</td>
              <td className="number">{number(item.setAsideCount)}</td>
              <td>{item.isUnchanged ? t.unchanged : item.replaces === null ? t.first : t.replaces}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
