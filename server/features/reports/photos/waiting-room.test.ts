import { expect, it } from 'vitest';
import { type WaitingPhoto, whoGivesWay } from './waiting-room.ts';

const photo = (photoId: string, sender: string | undefined, byteCount = 100_000): WaitingPhoto => ({
  photoId,
  sender,
  byteCount,
});

it('RTE: the oldest photo of whoever has most waiting goes, and never one of a neighbour with fewer', () => {
  const waiting = [
    photo('citizen', 'c'),
    photo('a1', 'a'),
    photo('b1', 'b', 400_000),
    photo('a2', 'a'),
    photo('a3', 'a'),
  ];
  expect(whoGivesWay(waiting, 'citizen 2')).toBe('b1');
  expect(whoGivesWay([...waiting, photo('a4', 'a', 200_000)], 'citizen 2')).toBe('a1');
});

it('whoever has most waiting waits, and pushes out nobody', () => {
  expect(whoGivesWay([photo('c1', 'c'), photo('a1', 'a'), photo('a2', 'a')], 'a')).toBeUndefined();
  expect(whoGivesWay([], 'a')).toBeUndefined();
});

it('photos of before a start, of which nobody knows the sender, are those of one', () => {
  const waiting = [photo('a1', 'a'), photo('x1', undefined), photo('x2', undefined)];
  expect(whoGivesWay(waiting, 'a')).toBe('x1');
});
