import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { AnnouncedHere, useAnnounce } from '../../../app/announcer.tsx';
import { type BlurMark, destroyDetail } from '../../../lib/photo/destroy-detail.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { photoTexts } from './photo-texts.ts';

/** Longer side of what is shown while one covers; the photo itself is written anew from its own pixels. */
const SHOWN_PX = 1_024;
const RADIUS = { least: 0.02, most: 0.25, usual: 0.06, step: 0.01 };
const STEP = 0.02;
const percent = (share: number): number => Math.round(share * 100);

/** A photo on which faces and plates are covered by taps, or by arrows and Enter. */
export function BlurEditor({
  number,
  file,
  onDone,
  onClose,
}: {
  number: number;
  file: Blob;
  onDone: (marks: readonly BlurMark[]) => void;
  onClose: () => void;
}) {
  const t = useTexts(photoTexts);
  const announce = useAnnounce();
  const help = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [marks, setMarks] = useState<readonly BlurMark[]>([]);
  const [spot, setSpot] = useState({ x: 0.5, y: 0.5 });
  const [radius, setRadius] = useState(RADIUS.usual);
  const [hasKeyboard, setHasKeyboard] = useState(false);
  useEffect(() => {
    let opened: ImageBitmap | null = null;
    let isGone = false;
    void createImageBitmap(file).then((bitmap) => {
      opened = bitmap;
      if (isGone) bitmap.close();
      else setPicture(bitmap);
    });
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [file]);
  useEffect(() => {
    if (canvas.current !== null && picture !== null)
      draw(canvas.current, picture, marks, hasKeyboard ? { ...spot, radius } : null);
  }, [picture, marks, spot, radius, hasKeyboard]);
  const whereWords = ({ x, y }: { x: number; y: number }): string => t.spot(percent(x), percent(y));
  const cover = (at: { x: number; y: number }): void => {
    setMarks((before) => [...before, { ...at, radius }]);
    announce(`${t.hidden(marks.length + 1)}. ${whereWords(at)}.`);
  };
  const undo = (): void => {
    setMarks((before) => before.slice(0, -1));
    announce(t.hidden(Math.max(0, marks.length - 1)));
  };
  const onPointerUp = (event: PointerEvent<HTMLCanvasElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    setSpot(at);
    cover(at);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const [x, y] = MOVES[event.key] ?? [];
    if (x !== undefined && y !== undefined) {
      event.preventDefault();
      setHasKeyboard(true);
      const next = { x: inside(spot.x + x * STEP), y: inside(spot.y + y * STEP) };
      setSpot(next);
      announce(whereWords(next));
    } else if (event.key in SIZES) {
      event.preventDefault();
      setHasKeyboard(true);
      const next = radius + (SIZES[event.key] ?? 0) * RADIUS.step;
      const size = Math.min(RADIUS.most, Math.max(RADIUS.least, Math.round(next * 100) / 100));
      setRadius(size);
      announce(t.wide(percent(2 * size)));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      setHasKeyboard(true);
      cover(spot);
    } else if (event.key === 'Backspace') {
      event.preventDefault();
      undo();
    }
  };
  return (
    <Dialog title={t.editor(number)} onClose={onClose}>
      <div className="blur-editor">
        <p>{t.editorHelp}</p>
        <p className="quiet" id={help}>
          {t.editorKeys}
        </p>
        <div
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: moved over by arrows, as its name says
          tabIndex={0}
          className="blur-picture"
          aria-label={t.canvas}
          aria-describedby={help}
          onFocus={() => announce(`${whereWords(spot)}. ${t.wide(percent(2 * radius))}.`)}
          onKeyDown={onKeyDown}
        >
          <canvas ref={canvas} onPointerUp={onPointerUp} />
        </div>
        <p className="blur-state">{t.hidden(marks.length)}</p>
        <label className="blur-radius">
          {t.radius}
          <input
            type="range"
            min={RADIUS.least}
            max={RADIUS.most}
            step={RADIUS.step}
            value={radius}
            aria-valuetext={t.wide(percent(2 * radius))}
            onChange={(event) => setRadius(Number(event.target.value))}
          />
        </label>
        <div className="report-actions">
          <button
            type="button"
            className="button-primary"
            disabled={marks.length === 0}
            onClick={() => onDone(marks)}
          >
            {t.done}
          </button>
          <button type="button" className="button" disabled={marks.length === 0} onClick={undo}>
            {t.undo}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </div>
      <AnnouncedHere />
    </Dialog>
  );
}

const MOVES: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** The key of plus, with or without Shift, and that of minus. */
const SIZES: Readonly<Record<string, 1 | -1>> = { '+': 1, '=': 1, '-': -1 };
const inside = (share: number): number => Math.min(1, Math.max(0, share));

/** The photo with what is covered, and the circle that the keyboard moves. */
function draw(
  canvas: HTMLCanvasElement,
  picture: ImageBitmap,
  marks: readonly BlurMark[],
  circle: BlurMark | null,
): void {
  const scale = Math.min(1, SHOWN_PX / Math.max(picture.width, picture.height));
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  if (marks.length > 0) {
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    for (const mark of marks) destroyDetail(pixels.data, canvas.width, canvas.height, mark);
    context.putImageData(pixels, 0, 0);
  }
  if (circle === null) return;
  const radius = circle.radius * Math.max(canvas.width, canvas.height);
  for (const [colour, width] of [
    ['#000000', 6],
    ['#ffffff', 3],
  ] as const) {
    context.beginPath();
    context.arc(circle.x * canvas.width, circle.y * canvas.height, radius, 0, 2 * Math.PI);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}
