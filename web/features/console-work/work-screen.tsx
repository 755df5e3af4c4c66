import { useTexts } from '../../locale/feature-texts.ts';
import { EmptyState, Screen } from '../console-frame/index.ts';
import { texts } from './texts.ts';

/** What waits for somebody, the nearest to the public first. */
export function WorkScreen() {
  const t = useTexts(texts);
  return (
    <Screen title={t.title}>
      <EmptyState icon="work" title={t.empty}>
        <p>{t.emptyHelp}</p>
      </EmptyState>
    </Screen>
  );
}
