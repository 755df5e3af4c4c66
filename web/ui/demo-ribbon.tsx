import { useReader } from '../locale/reader.tsx';

/** Slim, on every screen that shows demonstration data; as a watermark on paper. */
export function DemoRibbon() {
  const { t } = useReader();
  return <p className="demo-ribbon">{t['app.demo']}</p>;
}
