import type { MapPort } from '../map-contract.ts';
import { type Drawing, emptyDrawing, finish, takeBack } from './drawing.ts';

/** A drawing where nothing can be tapped: its points are given, and can be taken back. */
export const drawWithoutMap: MapPort['draw'] = (kind, onChange, given = []) => {
  let drawing = emptyDrawing(kind, given);
  const change = (next: Drawing): void => {
    drawing = next;
    onChange(drawing.points, drawing.isFinished);
  };
  return {
    finish: () => change(finish(drawing)),
    undo: () => change(takeBack(drawing)),
    focus: () => undefined,
    cancel: () => undefined,
  };
};
