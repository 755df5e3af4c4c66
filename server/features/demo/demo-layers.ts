import { createHash } from 'node:crypto';
import type { ImportKind } from '#domain/publication/layer-kind';
import { THEMES } from '#domain/zoning/theme';
import { THEME_TITLES_ID } from '#domain/zoning/theme-titles-id';
import type { DemoCity } from '../../../data/demo/index.ts';

export const RULES_LAYER = 'rules-contoh';

/** A layer of the demo city as the register knows it. */
export interface DemoLayer {
  readonly layerId: string;
  readonly kind: ImportKind;
  readonly theme: string | null;
  readonly title: string;
  readonly producer: string;
  readonly regulationId: string | null;
  readonly planScale: number | null;
  /** What every row says about itself. */
  readonly notice: string;
  /** False for the outlines and the place names: they are real. */
  readonly isDemo: boolean;
  readonly versionId: string;
  readonly featureCount: number;
  /** The state before the invented revision: its first areas only, in force until the whole layer is. */
  readonly isEarlier: boolean;
}

/** Areas of the heritage layer before the revision. */
const EARLIER_AREAS = 1;
const EARLIER_THEME = 'cagar-budaya';

const INVENTED = 'Pembangkit kota contoh';

/** Version ids are hashes of the content: loading the same city twice gives the same versions. */
const versionOf = (city: DemoCity, layerId: string, regulationId: string | null): string =>
  createHash('sha256')
    .update(`${city.sha256} ${layerId} ${RULES_LAYER} ${regulationId ?? ''}`)
    .digest('hex')
    .slice(0, 16);

const regulationOfTheme = (theme: string): string =>
  theme === 'kkop' ? 'kkop' : theme.startsWith('sempadan') ? 'sempadan' : 'rdtr';

/** The layers in the order in which they are put in force: what others refer to comes first. */
export function demoLayersOf(city: DemoCity, outlineSource: string, notice: string): DemoLayer[] {
  const layer = (
    layerId: string,
    kind: ImportKind,
    title: string,
    featureCount: number,
    more: Partial<DemoLayer> = {},
  ): DemoLayer => ({
    layerId,
    kind,
    title,
    featureCount,
    theme: null,
    producer: INVENTED,
    regulationId: null,
    planScale: null,
    isDemo: true,
    notice,
    isEarlier: false,
    versionId: versionOf(city, layerId, more.regulationId ?? null),
    ...more,
  });
  const themes = THEMES.filter(({ code }) => city.overlays.some(({ theme }) => theme === code));
  return [
    layer('batas-administrasi', 'admin', 'Batas administrasi', city.admin.length, {
      producer: outlineSource,
      isDemo: false,
    }),
    layer('rdtr-contoh', 'zones', 'RDTR contoh', city.zones.length, {
      regulationId: 'rdtr',
      planScale: 5000,
    }),
    layer('rtrw-contoh', 'rtrw', 'RTRW contoh', city.rtrw.length, {
      regulationId: 'rtrw',
      planScale: 25_000,
    }),
    layer('jalan-contoh', 'road', 'Jaringan jalan contoh', city.roads.length),
    layer('persil-contoh', 'parcel', 'Persil contoh', city.parcels.length),
    layer('utilitas-contoh', 'utility', 'Jaringan utilitas contoh', city.utilities.length),
    ...themes.flatMap(({ code }) => {
      const count = city.overlays.filter(({ theme }) => theme === code).length;
      const whole = layer(`${code}-contoh`, 'overlay', `${THEME_TITLES_ID[code]} (contoh)`, count, {
        theme: code,
        regulationId: regulationOfTheme(code),
      });
      if (code !== EARLIER_THEME) return [whole];
      const versionId = versionOf(city, `${whole.layerId} sebelum revisi`, whole.regulationId);
      return [{ ...whole, isEarlier: true, featureCount: EARLIER_AREAS, versionId }, whole];
    }),
    layer('tempat-osm', 'place', 'Nama tempat', city.places.length, {
      producer: '© OpenStreetMap contributors (ODbL 1.0)',
      isDemo: false,
    }),
  ];
}
