import { describe, expect, it } from 'vitest';
import { readModule } from './read-module.ts';

const read = (source: string) => readModule('example.tsx', source);

describe('imports', () => {
  it('are found in every form in which one module can name another', () => {
    expect(
      read(`
        import 'side-effect';
        import type { A } from './type.ts';
        import { type B } from './inline-type.ts';
        import { type C, d } from './mixed.ts';
        import e, * as f from './whole.ts';
        export * from './star.ts';
        export type { G } from './type-again.ts';
        export { h } from './named.ts';
        const late = async () => (await import('./late.ts')).x as import('./type-inline.ts').X;
      `).imports,
    ).toEqual([
      { specifier: 'side-effect', isType: false },
      { specifier: './type.ts', isType: true },
      { specifier: './inline-type.ts', isType: true },
      { specifier: './mixed.ts', isType: false },
      { specifier: './whole.ts', isType: false },
      { specifier: './star.ts', isType: false },
      { specifier: './type-again.ts', isType: true },
      { specifier: './named.ts', isType: false },
      { specifier: './late.ts', isType: false },
      { specifier: './type-inline.ts', isType: true },
    ]);
  });

  it('in comments and strings are not imports', () => {
    expect(
      read(`// import './a.ts'\nconst text = "import './b.ts'";\n/* export * from './c.ts' */`).imports,
    ).toEqual([]);
  });
});

describe('exported functions', () => {
  it('are declared functions and arrow functions, with or without a doc block right before them', () => {
    expect(
      read(`
        /** Purpose. */
        export function documented() {}
        // a line comment is no doc block
        export const arrow = () => 1;
        /** Purpose. */
        export async function* generated() {}
        /** Belongs to the next line only. */
        const inner = () => 2;
        export const bare = function () { return inner(); };
        export const value = 3;
        function hidden() {}
      `).exportedFunctions,
    ).toEqual([
      { name: 'documented', hasDocBlock: true },
      { name: 'arrow', hasDocBlock: false },
      { name: 'generated', hasDocBlock: true },
      { name: 'bare', hasDocBlock: false },
    ]);
  });
});

it('identifiers are names in code, not words in strings or comments', () => {
  const { identifiers } = read(
    `/* lot */ const plotArea = { 'persil': "lot" }; <Thing lotCode={plotArea} />;`,
  );
  expect([...identifiers].sort()).toEqual(['Thing', 'lotCode', 'plotArea']);
});

it('code without comments keeps its line numbers', () => {
  const { code } = read('const a = 1; // why\n/* one\n two */ const b = 2;\n');
  expect(code.split('\n')[2]?.trim()).toBe('const b = 2;');
  expect(code).not.toContain('why');
});

it('a file that does not parse is an error, never an empty reading', () => {
  expect(() => read('const = ;')).toThrow('example.tsx');
});
