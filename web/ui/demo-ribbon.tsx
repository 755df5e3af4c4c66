import { useReader } from '../locale/reader.tsx';

/** Slim, on every screen that shows demonstration data; as a watermark on paper. Outside `main` it is its own region. */
export function DemoRibbon({ isRegion = false }: { isRegion?: boolean }) {
  const { t, language } = useReader();
  const [mark, gloss] = t['app.demo'].split(' – ');
  const words =
    language === 'id' ? (
      t['app.demo']
    ) : (
      <>
        <span lang="id">{mark}</span> – {gloss}
      </>
    );
  return isRegion ? (
    <section className="demo-ribbon" aria-label={t['app.demoRegion']}>
      {words}
    </section>
  ) : (
    <p className="demo-ribbon">{words}</p>
  );
}
