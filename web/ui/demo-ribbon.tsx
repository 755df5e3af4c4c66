import { useReader } from '../locale/reader.tsx';

/** Slim, on every screen that shows demonstration data; as a watermark on paper. Outside `main` it is its own region. */
export function DemoRibbon({ isRegion = false }: { isRegion?: boolean }) {
  const { t } = useReader();
  return isRegion ? (
    <section className="demo-ribbon" aria-label={t['app.demoRegion']}>
      {t['app.demo']}
    </section>
  ) : (
    <p className="demo-ribbon">{t['app.demo']}</p>
  );
}
