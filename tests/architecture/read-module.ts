import { type ESTree, parseSync, Visitor } from 'vite';

export interface ModuleImport {
  readonly specifier: string;
  /** Erased before it runs. */
  readonly isType: boolean;
}

export interface ExportedFunction {
  readonly name: string;
  readonly hasDocBlock: boolean;
}

export interface ModuleReading {
  /** Import declarations, re-exports, `import()` and `import('…')` types, in this order. */
  readonly imports: readonly ModuleImport[];
  readonly exportedFunctions: readonly ExportedFunction[];
  /** Every identifier and plain property name, once. */
  readonly identifiers: ReadonlySet<string>;
  /** The text with comments blanked out; line numbers stay. */
  readonly code: string;
  readonly comments: readonly string[];
}

/** Reads one TypeScript module with the parser that builds the product. */
export function readModule(path: string, source: string): ModuleReading {
  const { program, module, comments, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: ModuleImport[] = module.staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const reExports = new Map<string, boolean>();
  for (const { moduleRequest, isType } of module.staticExports.flatMap(({ entries }) => entries))
    if (moduleRequest !== null)
      reExports.set(moduleRequest.value, (reExports.get(moduleRequest.value) ?? true) && isType);
  for (const [specifier, isType] of reExports) imports.push({ specifier, isType });

  const identifiers = new Set<string>();
  const exportedFunctions: ExportedFunction[] = [];
  const hasDocBlockBefore = (start: number) =>
    comments.some(
      (comment) =>
        comment.type === 'Block' &&
        comment.value.startsWith('*') &&
        comment.end <= start &&
        source.slice(comment.end, start).trim() === '',
    );
  new Visitor({
    Identifier({ name }) {
      identifiers.add(name);
    },
    JSXIdentifier({ name }) {
      identifiers.add(name);
    },
    ImportExpression({ source: requested }) {
      if (requested.type === 'Literal' && typeof requested.value === 'string')
        imports.push({ specifier: requested.value, isType: false });
    },
    TSImportType({ source: requested }) {
      if (typeof requested.value === 'string') imports.push({ specifier: requested.value, isType: true });
    },
    ExportNamedDeclaration(node) {
      for (const name of functionNames(node.declaration))
        exportedFunctions.push({ name, hasDocBlock: hasDocBlockBefore(node.start) });
    },
  }).visit(program);

  let code = source;
  for (const { start, end } of comments)
    code = code.slice(0, start) + code.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end);
  return { imports, exportedFunctions, identifiers, code, comments: comments.map(({ value }) => value) };
}

function functionNames(declaration: ESTree.Declaration | null): string[] {
  if (declaration?.type === 'FunctionDeclaration')
    return declaration.id === null ? [] : [declaration.id.name];
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' &&
    (init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression')
      ? [id.name]
      : [],
  );
}
