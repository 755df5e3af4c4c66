import { type ArticleText, type RegulationOnDay, ruleCount } from '#domain/rules/regulation-text';
import type { ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { onDay } from '../../app/reading-links.ts';
import { readingTexts } from '../../app/reading-texts.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { ArticleRules } from './article-rules.tsx';
import { RegulationFacts } from './regulation-facts.tsx';
import { texts } from './texts.ts';

/** Articles that the printed summary names; the page names all. */
const MAX_PRINTED = 60;

/** One regulation: what it is, and each stored article with its wording and the rules that rest on it. */
export function RegulationPage({ data, regulation }: { data: ReadingData; regulation: RegulationOnDay }) {
  const t = useTexts(texts);
  const frame = useTexts(readingTexts);
  const { articles } = regulation.text;
  return (
    <ReadingFrame
      data={data}
      section="regulations"
      hasDate
      steps={[{ label: frame.regulations, href: onDay('/peraturan', data.on) }]}
    >
      <h1 lang="id">{regulation.text.regulation.title}</h1>
      <RegulationFacts {...regulation} />
      <section className="section" aria-labelledby="pasal-title">
        <h2 id="pasal-title">{t.articles}</h2>
        <p className="only-print">{t.printSummary}</p>
        <ol className="articles">
          {articles.map((article, index) => (
            <Article key={article.anchor} article={article} isPrinted={index < MAX_PRINTED} />
          ))}
        </ol>
        {articles.length > MAX_PRINTED && (
          <p className="only-print">{t.printMore(articles.length - MAX_PRINTED)}</p>
        )}
      </section>
    </ReadingFrame>
  );
}

function Article({ article, isPrinted }: { article: ArticleText; isPrinted: boolean }) {
  const t = useTexts(texts);
  const count = ruleCount(article);
  return (
    <li id={article.anchor} tabIndex={-1} className={isPrinted ? 'article' : 'article not-printed'}>
      <h3>
        <a href={`#${article.anchor}`} lang="id">
          {article.article}
        </a>{' '}
        <span className="quiet">{t.ruleCount(count)}</span>
      </h3>
      {article.quote === null ? (
        <p className="quiet">{t.noQuote}</p>
      ) : (
        <blockquote lang="id">{article.quote}</blockquote>
      )}
      {count === 0 ? <p className="quiet not-printed">{t.noRules}</p> : <ArticleRules article={article} />}
    </li>
  );
}
