import { useTexts } from '../../locale/feature-texts.ts';
import { TabLinks } from '../console-frame/index.ts';
import { texts } from './texts.ts';

/** The two screens of the service: what it is, and on which days it works. */
export function ServiceTabs({ current }: { current: 'settings' | 'holidays' }) {
  const t = useTexts(texts);
  return (
    <TabLinks
      label={t.tabs}
      current={current}
      tabs={[
        { id: 'settings', href: '/konsol/layanan', name: t.settings },
        { id: 'holidays', href: '/konsol/layanan/libur', name: t.holidays },
      ]}
    />
  );
}
