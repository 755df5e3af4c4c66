import { createRequire } from 'node:module';
import { fail, ok, type Result } from '#domain/result';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import type { Card } from './card.ts';
import { drawCard } from './draw-card.ts';

/** A picture takes 0.1 s of a processor: two at once, a short queue, and then a refusal. */
const limited = limitConcurrency({ running: 2, waiting: 16 });

const require = createRequire(import.meta.url);
/** The same letters as the pages; TrueType, because the painter reads no woff. */
const FONT_FILES = ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'].map((file) =>
  require.resolve(`@expo-google-fonts/noto-sans/${file}`),
);

/** The card as PNG, 1200 × 630 px; painted beside the main thread. */
export async function paintCard(card: Card): Promise<Result<Uint8Array<ArrayBuffer>, 'busy'>> {
  const painted = await limited(async () => {
    // Looking for its machine code takes a server that starts 50 ms.
    const { renderAsync } = await import('@resvg/resvg-js');
    const picture = await renderAsync(drawCard(card), {
      font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: 'Noto Sans' },
    });
    return new Uint8Array(picture.asPng());
  });
  return painted.ok ? ok(painted.value) : fail('busy');
}
