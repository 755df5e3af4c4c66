import { html } from 'hono/html';
import type { Language } from '#domain/language';
import type { Operation } from '../../platform/http/operation.ts';
import { renderOperation } from './render-operation.ts';
import { type Html, renderDocument, renderProblemList } from './render-page.ts';
import { TEXTS } from './texts.ts';

/** The whole reference as one page: what holds everywhere, every request, every problem. */
export function renderReference(operations: readonly Operation[], language: Language): Html {
  const rules = [TEXTS.order, TEXTS.strict, TEXTS.missing, TEXTS.cache, TEXTS.demo];
  const content = html`
    <h1>${TEXTS.title[language]}</h1>
    <p>${TEXTS.lead[language]}</p>
    <p>${TEXTS.machine[language]}: <a href="/api/v1/openapi.json">OpenAPI 3.1</a></p>
    <h2>${TEXTS.rules[language]}</h2>
    <ul>${rules.map((rule) => html`<li>${rule[language]}</li>`)}</ul>
    <h2 id="requests">${TEXTS.operations[language]}</h2>
    <nav aria-labelledby="requests">
      <ul>
        ${operations.map(({ id, method, path, title }) => html`<li><a href="#${id}">${title[language]}</a> <code>${method.toUpperCase()} ${path}</code></li>`)}
      </ul>
    </nav>
    ${operations.map((operation) => renderOperation(operation, language))}
    ${renderProblemList(language)}`;
  return renderDocument(language, TEXTS.title[language], '/api', content);
}
