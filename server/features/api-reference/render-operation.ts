import { html } from 'hono/html';
import * as z from 'zod/mini';
import type { Language } from '#domain/language';
import { PROBLEM_TEXT } from '#domain/problem-text';
import { jsonSchemaOfParameter } from '../../platform/http/openapi.ts';
import { type Operation, parametersOf, problemsOf } from '../../platform/http/operation.ts';
import { PROBLEM_STATUS, problemTypeUrl } from '../../platform/http/problem-status.ts';
import { describeFields, typeOf } from './describe-fields.ts';
import type { Html } from './render-page.ts';
import { TEXTS } from './texts.ts';

/** One request of the API: parameters, body, answers, every error, an example. */
export function renderOperation(operation: Operation, language: Language): Html {
  const { id, method, path, title, description, example } = operation;
  return html`
    <article aria-labelledby="${id}">
      <h3 id="${id}">${title[language]}</h3>
      <p class="request"><strong>${method.toUpperCase()}</strong> <code>${path}</code></p>
      ${operation.isForStaff ? html`<p><strong>${TEXTS.forStaff[language]}</strong></p>` : ''}
      <p>${description[language]}</p>
      ${renderParameters(operation, language)}
      ${renderBody(operation, language)}
      ${renderAnswers(operation, language)}
      <h4>${TEXTS.example[language]}</h4>
      <pre tabindex="0"><code>curl 'http://localhost:8080${example}'</code></pre>
    </article>`;
}

function renderParameters(operation: Operation, language: Language): Html | string {
  const parameters = parametersOf(operation);
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    (parameter) => html`<tr>
      <th scope="row"><code>${parameter.name}</code></th>
      <td>${typeOf(jsonSchemaOfParameter(parameter))}<br><small>${(parameter.isRequired ? TEXTS.required : TEXTS.optional)[language]}</small></td>
      <td>${operation.parameterTexts?.[parameter.name]?.[language] ?? ''}</td>
    </tr>`,
  );
  return renderTable([TEXTS.parameter, TEXTS.type, TEXTS.meaning], rows, language);
}

function renderBody({ body }: Operation, language: Language): Html | string {
  if (!body) return '';
  const limit = `${TEXTS.atMost[language]} ${Math.round(body.limitBytes / 1024)} kB`;
  return html`<h4>${TEXTS.body[language]}</h4>
    <p>${body.mediaTypes.map((type) => html`<code>${type}</code> `)} · ${limit}</p>
    ${body.schema ? renderFields(body.schema, 'input', language) : ''}`;
}

function renderAnswers(operation: Operation, language: Language): Html {
  const answers = operation.answers.map(
    ({ status, text }) => html`<tr><th scope="row">${status}</th><td>${text[language]}</td></tr>`,
  );
  const unchanged = operation.hasEntityTag
    ? html`<tr><th scope="row">304</th><td>${TEXTS.unchanged[language]}</td></tr>`
    : '';
  const problems = problemsOf(operation).map(
    (code) => html`<tr>
      <th scope="row">${PROBLEM_STATUS[code]}</th>
      <td><a href="${problemTypeUrl(code)}?lang=${language}"><code>${code}</code></a> ${PROBLEM_TEXT[code].title[language]}</td>
    </tr>`,
  );
  const schema = operation.answers.find((answer) => answer.schema)?.schema;
  return html`<h4>${TEXTS.answers[language]}</h4>
    ${renderTable([TEXTS.status, TEXTS.meaning], [...answers, unchanged, ...problems], language)}
    ${schema ? html`<details><summary>${TEXTS.fields[language]}</summary>${renderFields(schema, 'output', language)}</details>` : ''}`;
}

function renderFields(schema: z.core.$ZodType, io: 'input' | 'output', language: Language): Html {
  const fields = describeFields(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
  const rows = fields.map(
    ({ path, type }) => html`<tr><th scope="row"><code>${path}</code></th><td>${type}</td></tr>`,
  );
  return renderTable([TEXTS.field, TEXTS.type], rows, language);
}

function renderTable(
  headings: readonly (typeof TEXTS)[keyof typeof TEXTS][],
  rows: readonly (Html | string)[],
  language: Language,
): Html {
  const name = headings.map((heading) => heading[language]).join(', ');
  // On a phone it scrolls sideways: by keyboard, too.
  return html`<div class="wide" tabindex="0" role="group" aria-label="${name}">
    <table>
      <thead><tr>${headings.map((heading) => html`<th scope="col">${heading[language]}</th>`)}</tr></thead>
      <tbody>${rows}</tbody>
    </table>
  </div>`;
}
