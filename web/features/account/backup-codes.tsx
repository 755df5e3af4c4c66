import { useTexts } from '../../locale/feature-texts.ts';
import { texts } from './texts.ts';

/** Backup codes, shown once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useTexts(texts);
  return (
    <section className="block">
      <h2>{t.keepCodes}</h2>
      <p>{t.keepCodesHelp}</p>
      <ol className="account-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
