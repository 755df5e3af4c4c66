import type { ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { termHref } from '../../app/reading-links.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { PlaceForm } from '../search/index.ts';
import type { Term } from './term.ts';
import { TermDrawing } from './term-drawing.tsx';
import { findTerm } from './terms.ts';
import { texts } from './texts.ts';

/** One term: its letters written out, what it means, a calculation where numbers help, and where it is defined. */
export function TermPage({ data, term }: { data: ReadingData; term: Term }) {
  const reader = useReader();
  const { language } = reader;
  const t = useTexts(texts);
  const related = term.related.flatMap((slug) => findTerm(slug) ?? []);
  return (
    <ReadingFrame
      data={data}
      section="glossary"
      hasDate={false}
      steps={[{ label: t.title, href: '/istilah' }]}
    >
      <h1>
        <span lang="id">{term.word}</span>
        <span className="term-name">{term.name[language]}</span>
      </h1>
      {term.law !== null && (
        <p className="term-law" lang="id">
          {term.law}
        </p>
      )}
      <p className="lead">{term.meaning[language]}</p>
      <TermDrawing slug={term.slug} />
      {term.more?.map((paragraph) => (
        <p key={paragraph.id}>{paragraph[language]}</p>
      ))}
      {term.example !== undefined && (
        <section className="example" aria-labelledby="contoh-title">
          <h2 id="contoh-title">{t.example}</h2>
          <p className="tabular">{term.example(reader)}</p>
          <p className="quiet">{t.exampleNote}</p>
        </section>
      )}
      {term.source !== undefined && (
        <p className="quiet">
          {t.source}: <span lang="id">{term.source}</span>
        </p>
      )}
      {related.length > 0 && (
        <section className="section" aria-labelledby="terkait-title">
          <h2 id="terkait-title">{t.related}</h2>
          <ul className="terms">
            {related.map((other) => (
              <li key={other.slug}>
                <a href={termHref(other.slug)}>
                  <strong lang="id">{other.word}</strong>
                </a>
                <span>{other.name[language]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {term.group === 'figures' && (
        <section className="section not-printed" aria-labelledby="coba-title">
          <h2 id="coba-title">{t.try}</h2>
          <PlaceForm typed="" />
        </section>
      )}
    </ReadingFrame>
  );
}
