import { type ESTree, parseSync, Visitor } from 'vite';
import { listFiles, readText } from './source-files.ts';

/** One tagged template of a queries.ts. */
export interface SqlTemplate {
  /** Function around it, exported or not. */
  readonly functionName: string;
  /** Its constant text with … for each value, white space made even. */
  readonly text: string;
  /** Whether a statement, white space made even, is or holds this template. */
  readonly isIn: (statement: string) => boolean;
}

export const evenSpace = (text: string): string =>
  text
    .replace(/--[^\n]*/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Below this many characters a fragment says nothing of where it came from. */
const SHORTEST_FRAGMENT = 12;

const escapeForPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Paths of all files that hold SQL of features, below the root. */
export function listQueryFiles(): string[] {
  return listFiles().filter((path) => /^server\/features\/.*\/queries\.ts$/.test(path));
}

/** Every SQL template of a file, in its order. */
export function readTemplates(path: string): SqlTemplate[] {
  const source = readText(path);
  const functions: { name: string; start: number; end: number }[] = [];
  const templates: { start: number; pieces: string[] }[] = [];
  const keep = (name: string, { start, end }: ESTree.Span) => functions.push({ name, start, end });
  new Visitor({
    FunctionDeclaration(node) {
      if (node.id !== null) keep(node.id.name, node);
    },
    VariableDeclarator(node) {
      if (node.id.type === 'Identifier' && node.init?.type === 'ArrowFunctionExpression')
        keep(node.id.name, node);
    },
    TaggedTemplateExpression(node) {
      templates.push({
        start: node.start,
        pieces: node.quasi.quasis.map(({ value }) => evenSpace(value.cooked ?? '')),
      });
    },
  }).visit(parseSync(path, source).program);
  return templates
    .sort((a, b) => a.start - b.start)
    .filter(({ pieces }) => isStatement(pieces) || pieces.some((piece) => piece.length >= SHORTEST_FRAGMENT))
    .map(({ start, pieces }) => {
      const pattern = pieces.map(escapeForPattern).join('.*?');
      const expected = new RegExp(isStatement(pieces) ? `^${pattern}$` : pattern);
      return {
        functionName: functions.find((one) => one.start <= start && start < one.end)?.name ?? '',
        text: pieces.join(' … '),
        isIn: (statement) => expected.test(statement),
      };
    });
}

const isStatement = ([start = '']: readonly string[]): boolean =>
  /^(select|with|insert|update|delete|create|copy|analyze|truncate|lock|set)\b/i.test(start);
