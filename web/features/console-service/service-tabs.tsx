import { useTexts } from '../../locale/feature-texts.ts';
import { TabLinks } from '../console-frame/index.ts';
import { texts } from './texts.ts';

/** The screens of the service: what each of them is, and on which days the office works. */
export function ServiceTabs({ current }: { current: 'settings' | 'cases' | 'holidays' }) {
  const t = useTexts(texts);
  return (
    <TabLinks
      label={t.tabs}
      current={current}
      tabs={[
        { id: 'settings', href: '/konsol/layanan', name: t.settings },
        { id: 'cases', href: '/konsol/layanan/laporan', name: t.cases },
        { id: 'holidays', href: '/konsol/layanan/libur', name: t.holidays },
      ]}
    />
  );
}
