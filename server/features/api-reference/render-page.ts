import { html, raw } from 'hono/html';
import type { Language } from '#domain/language';
import { PROBLEM_CODES, type ProblemCode } from '#domain/problem';
import { PROBLEM_TEXT } from '#domain/problem-text';
import { PROBLEM_STATUS, problemTypeUrl } from '../../platform/http/problem-status.ts';
import { TEXTS } from './texts.ts';

export type Html = ReturnType<typeof html>;

/** One HTML document that needs neither script nor anything from elsewhere; values are escaped by the template. */
export function renderDocument(language: Language, title: string, path: string, content: Html): Html {
  const other = language === 'id' ? 'en' : 'id';
  return html`${raw('<!doctype html>')}
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="/api/reference.css">
  </head>
  <body>
    <a class="skip" href="#content">${TEXTS.skip[language]}</a>
    <header>
      <a href="/">${TEXTS.home[language]}</a>
      <a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${TEXTS.other[language]}</a>
    </header>
    <main id="content">${content}</main>
  </body>
</html>`;
}

/** The page that a problem's `type` address leads to. */
export function renderProblem(code: ProblemCode, language: Language): Html {
  const { title, detail } = PROBLEM_TEXT[code];
  const content = html`
    <p class="kind">${TEXTS.problemOf[language]} · ${PROBLEM_STATUS[code]}</p>
    <h1>${title[language]}</h1>
    <p><code>${code}</code></p>
    <p>${detail[language]}</p>
    <p><a href="/api?lang=${language}">${TEXTS.back[language]}</a></p>`;
  return renderDocument(language, title[language], problemTypeUrl(code), content);
}

export function renderProblemList(language: Language): Html {
  return html`
    <h2 id="problems">${TEXTS.problems[language]}</h2>
    <div class="wide" tabindex="0" role="region" aria-labelledby="problems">
      <table>
        <thead><tr><th scope="col">code</th><th scope="col">${TEXTS.status[language]}</th><th scope="col">${TEXTS.meaning[language]}</th></tr></thead>
        <tbody>
          ${PROBLEM_CODES.map(
            (code) => html`<tr>
              <th scope="row"><a href="${problemTypeUrl(code)}?lang=${language}"><code>${code}</code></a></th>
              <td>${PROBLEM_STATUS[code]}</td>
              <td>${PROBLEM_TEXT[code].title[language]}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
