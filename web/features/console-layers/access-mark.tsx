import type { LayerRecord } from '#domain/release/layer-record';
import { useTexts } from '../../locale/feature-texts.ts';
import { Mark } from '../../ui/mark.tsx';
import { texts } from './texts.ts';

/** Who may see a layer. */
export function AccessMark({ access }: { access: LayerRecord['accessClass'] }) {
  const t = useTexts(texts);
  const tone = access === 'terbuka' ? 'good' : access === 'terbatas' ? 'warn' : 'bad';
  return (
    <Mark tone={tone} icon={access === 'terbuka' ? 'check' : 'lock'}>
      {t[access]}
    </Mark>
  );
}
