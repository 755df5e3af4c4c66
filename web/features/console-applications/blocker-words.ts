import type { StaffApplication } from '#domain/krk/application-answers';
import { themeTitle } from '#domain/zoning/theme-title';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { sheetTexts } from './sheet-texts.ts';

type Blocker = Pick<StaffApplication['blockers'][number], 'name' | 'kind' | 'about' | 'parts'>;

/** What is open, in words. */
export function useBlockerWords(): (blocker: Blocker) => string {
  const { language } = useReader();
  const t = useTexts(sheetTexts);
  return ({ name, kind, about, parts }) => {
    // `tema:karst`
    const theme = themeTitle(name.slice(name.indexOf(':') + 1), about, language);
    switch (kind) {
      case 'themeWithoutData':
        return t['blocker.themeWithoutData'](theme);
      case 'rulesMissing':
        return t['blocker.rulesMissing'](about);
      case 'planMissing':
        return t['blocker.planMissing'];
      case 'useForbidden':
      case 'useUnknown':
        return t[`blocker.${kind}`](about, parts.join(', '));
      case 'partlyOutside':
        return t['blocker.partlyOutside'];
      default:
        return t['blocker.sourceFailed'](theme);
    }
  };
}
