import type { ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { termHref } from '../../app/reading-links.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { TERM_GROUPS } from './term.ts';
import { TERMS } from './terms.ts';
import { texts } from './texts.ts';

/** All terms with their short meaning, by subject. */
export function GlossaryPage({ data }: { data: ReadingData }) {
  const { language } = useReader();
  const t = useTexts(texts);
  return (
    <ReadingFrame data={data} section="glossary" hasDate={false}>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      {TERM_GROUPS.map((group) => (
        <section key={group} className="section" aria-labelledby={`kelompok-${group}`}>
          <h2 id={`kelompok-${group}`}>{t[`group.${group}`]}</h2>
          <ul className="terms">
            {TERMS.filter((term) => term.group === group).map((term) => (
              <li key={term.slug}>
                <a href={termHref(term.slug)}>
                  <strong lang="id">{term.word}</strong>
                </a>
                <span>{term.name[language]}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </ReadingFrame>
  );
}
