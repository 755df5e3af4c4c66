import type { LegendLayer } from '#domain/zoning/legend';
import type { Reader } from '../../locale/reader.tsx';

/** What a layer is called in the panel: its theme in the reader's language, else the title that it was imported with. */
export const layerTitle = ({ theme, title }: LegendLayer, { t }: Reader): string =>
  t['themes.name'](theme ?? '', title);
