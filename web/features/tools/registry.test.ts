import { expect, test } from 'vitest';
import { readTool, writeTool } from '../map-tool/index.ts';
import { TOOLS } from './registry.ts';

test('a tool and its state are read as they were written', () => {
  expect(readTool(writeTool('bandingkan', '2026-01-01~rtrw'))).toEqual({
    id: 'bandingkan',
    state: '2026-01-01~rtrw',
  });
  expect(writeTool('jarak', '')).toBe('jarak');
  expect(readTool('jarak')).toEqual({ id: 'jarak', state: '' });
});

test('each tool has a name of its own, fit for an address, and words in both languages', () => {
  expect(new Set(TOOLS.map((tool) => tool.id)).size).toBe(TOOLS.length);
  for (const { id, title, purpose } of TOOLS) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [title.id, title.en, purpose.id, purpose.en]) expect(text.trim()).not.toBe('');
  }
});
