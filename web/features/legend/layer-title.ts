import type { Language } from '#domain/language';
import type { LegendLayer } from '#domain/zoning/legend';
import { THEMES } from '#domain/zoning/theme';

/** What a layer is called in the panel: its theme in the reader's language, else the title that it was imported with. */
export const layerTitle = ({ theme, title }: LegendLayer, language: Language): string =>
  THEMES.find(({ code }) => code === theme)?.title[language] ?? title;
