import type { Itbx } from '#domain/zoning/itbx';
import { VerdictBadge } from '../../web/features/lookup/index.ts';
import { DemoRibbon } from '../../web/ui/demo-ribbon.tsx';
import { Icon, type IconName } from '../../web/ui/icon.tsx';
import { Notice } from '../../web/ui/notice.tsx';
import { Swatch } from '../../web/ui/swatch.tsx';
import type { Specimen } from './specimen.ts';

const ICONS: Readonly<Record<IconName, true>> = {
  check: true,
  limit: true,
  conditions: true,
  forbidden: true,
  question: true,
  search: true,
  close: true,
  locate: true,
  layers: true,
  plus: true,
  minus: true,
  up: true,
  down: true,
  print: true,
  warning: true,
  adjust: true,
  pin: true,
  house: true,
  history: true,
  page: true,
  share: true,
};
const VERDICTS: readonly Itbx[] = ['I', 'T', 'B', 'X', 'unknown'];

export const BASIC_SPECIMENS: readonly Specimen[] = [
  {
    name: 'Button',
    states: {
      usual: (
        <button type="button" className="button">
          Bagikan
        </button>
      ),
      primary: (
        <button type="button" className="button-primary">
          Cari
        </button>
      ),
      'with an icon': (
        <button type="button" className="button">
          <Icon name="share" />
          Bagikan
        </button>
      ),
      'not now': (
        <button type="button" className="button" disabled>
          Selesai
        </button>
      ),
      'a link as a button': (
        <a className="button" href="#button">
          <Icon name="page" />
          Buka halaman
        </a>
      ),
    },
  },
  {
    name: 'Field',
    states: {
      empty: <TextField label="Kegiatan" value="" />,
      filled: <TextField label="Alamat" value="Klandasan Ulu" />,
    },
  },
  {
    name: 'Icon',
    states: {
      all: (
        <p className="gallery-row">
          {(Object.keys(ICONS) as IconName[]).map((name) => (
            <Icon key={name} name={name} />
          ))}
        </p>
      ),
    },
  },
  {
    name: 'Swatch',
    states: { 'a zone': <Swatch color="#fff005" />, 'no colour known': <Swatch color={null} /> },
  },
  { name: 'Demo ribbon', states: { usual: <DemoRibbon /> } },
  {
    name: 'Notice',
    states: {
      warning: <Notice title="Sebagian data tidak terbaca." />,
      question: <Notice icon="question" title="Tidak ada rencana rinci di sini." />,
      'with help': (
        <Notice icon="forbidden" title="Di sini dilarang membangun.">
          <p>Tanyakan kepada dinas sebelum membeli tanah ini.</p>
        </Notice>
      ),
    },
  },
  {
    name: 'Verdict badge',
    states: Object.fromEntries(VERDICTS.map((itbx) => [itbx, <VerdictBadge key={itbx} itbx={itbx} />])),
  },
];

function TextField({ label, value }: { label: string; value: string }) {
  return (
    <label>
      {label}
      <span className="field">
        <Icon name="search" />
        <input type="search" defaultValue={value} placeholder="Ketik di sini" />
      </span>
    </label>
  );
}
