import { useTexts } from '../../locale/feature-texts.ts';
import { TabLinks } from '../console-frame/index.ts';
import { registerTexts } from './register-texts.ts';

/** The screens about documents: those whose ground has changed, and the register of all numbers. */
export function DocumentTabs({ current }: { current: 'changed' | 'numbers' }) {
  const t = useTexts(registerTexts);
  return (
    <TabLinks
      label={t.tabs}
      current={current}
      tabs={[
        { id: 'changed', href: '/konsol/dokumen', name: t.changedTab },
        { id: 'numbers', href: '/konsol/dokumen/nomor', name: t.numbersTab },
      ]}
    />
  );
}
