import { expect, it } from 'vitest';
import { findCycles } from './find-cycles.ts';

const graph = (edges: Record<string, readonly string[]>) => new Map(Object.entries(edges));

it('modules that reach each other are one cycle, however long the way', () => {
  expect(findCycles(graph({ a: ['b'], b: ['c'], c: ['a', 'd'], d: [] }))).toEqual(['a ⇄ b ⇄ c']);
});

it('a module that imports itself is a cycle', () => {
  expect(findCycles(graph({ a: ['a'], b: ['a'] }))).toEqual(['a']);
});

it('two ways to the same module are no cycle', () => {
  expect(findCycles(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([]);
});
