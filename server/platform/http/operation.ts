import type * as z from 'zod/mini';
import type { Text } from '#domain/language';
import type { ProblemCode } from '#domain/problem';
import type { ObjectSchema } from './validate.ts';

/** What one method of one address takes and gives: the source of the OpenAPI document and of its readable page. */
export interface Operation {
  /** Stable name for generated clients: `lookupPoint`. */
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'patch';
  /** As in OpenAPI: `/tiles/{layer}/current.json`. */
  readonly path: string;
  readonly title: Text;
  readonly description: Text;
  readonly params?: ObjectSchema;
  readonly query?: ObjectSchema;
  readonly headers?: ObjectSchema;
  /** What each parameter means; every parameter of `params`, `query` and `headers` needs its text. */
  readonly parameterTexts?: Readonly<Record<string, Text>>;
  readonly body?: {
    readonly mediaTypes: readonly string[];
    readonly limitBytes: number;
    /** Left out for files. */
    readonly schema?: z.core.$ZodType;
    /** Component name of the schema; of bodies that several operations share. */
    readonly name?: string;
  };
  readonly answers: readonly {
    readonly status: 200 | 201 | 202 | 204 | 206 | 416 | 503;
    readonly text: Text;
    readonly mediaType?: string;
    /** Component name and schema of a JSON answer. */
    readonly name?: string;
    readonly schema?: z.core.$ZodType;
  }[];
  /** True when `If-None-Match` can be answered with 304. */
  readonly hasEntityTag?: boolean;
  /** False when nothing of the answer comes from the database. */
  readonly readsDatabase?: boolean;
  /** Problems of this operation's own; those of validation and of the platform are added. */
  readonly problems?: readonly ProblemCode[];
  /** Only for who has signed in, second factor and all; what is out of a role's reach is refused or not there. */
  readonly isForStaff?: true;
  /** A request that works on the demo city. */
  readonly example: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly isRequired: boolean;
  readonly schema: z.core.$ZodType;
}

/** Parameters of path, query and headers in the order of their schemas. */
export function parametersOf({ params, query, headers }: Operation): Parameter[] {
  const read = (schema: ObjectSchema | undefined, where: Parameter['in']): Parameter[] =>
    Object.entries(schema?._zod.def.shape ?? {}).map(([name, field]) => ({
      name,
      in: where,
      isRequired: where === 'path' || field._zod.optin !== 'optional',
      schema: field,
    }));
  return [...read(params, 'path'), ...read(query, 'query'), ...read(headers, 'header')];
}

/** True when the query is checked: then `lang` is known, and what is unknown is refused. A body never comes without it. */
export const takesLanguage = ({ query, body }: Operation): boolean =>
  query !== undefined || body !== undefined;

/** Every problem that the operation can answer with: its own, those of its validation, those of the platform. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const parameters = parametersOf(operation);
  const codes: ProblemCode[] = [];
  if (takesLanguage(operation)) codes.push('unknownParameter', 'duplicateParameter', 'invalidParameter');
  if (parameters.some((parameter) => parameter.in === 'query' && parameter.isRequired)) {
    codes.push('missingParameter');
  }
  if (operation.body?.schema) {
    codes.push(
      'jsonMalformed',
      'jsonTooDeep',
      'jsonDuplicateKey',
      'unknownField',
      'missingField',
      'invalidField',
    );
  }
  if (operation.body) codes.push('bodyTooLarge', 'unsupportedMediaType');
  // What staff send is kept first, and read by a job.
  if (operation.body && !operation.body.schema && !operation.isForStaff) codes.push('fileReadingUnavailable');
  if (operation.isForStaff) codes.push('otherOrigin', 'signInNeeded', 'secondFactorNeeded', 'notAllowed');
  if (operation.isForStaff && operation.params) codes.push('notFound');
  codes.push(...(operation.problems ?? []));
  if (operation.readsDatabase !== false) codes.push('sourceUnavailable', 'tookTooLong');
  codes.push('internal');
  return [...new Set(codes)];
}
