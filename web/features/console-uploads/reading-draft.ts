import type { Reading } from '#domain/release/release';

/** How a file is to be read, as it is written in the form. */
export interface ReadingDraft {
  readonly crs: string;
  readonly sourceLayer: string;
  readonly rulesLayerId: string;
  readonly regulationId: string;
  readonly coverage: '' | 'wholeCity' | 'kelurahan';
  readonly kelurahan: string;
  readonly isRepairing: boolean;
  readonly emptyMeans: '' | 'tidak diatur' | 'X';
}

export const NO_READING: ReadingDraft = {
  crs: '',
  sourceLayer: '',
  rulesLayerId: '',
  regulationId: '',
  coverage: '',
  kelurahan: '',
  isRepairing: false,
  emptyMeans: '',
};

/** The options that were given; what was left empty is not said. */
export function readingOf(draft: ReadingDraft): Reading {
  const said = (name: 'crs' | 'sourceLayer' | 'rulesLayerId' | 'regulationId') => {
    const text = draft[name].trim();
    return text === '' ? {} : { [name]: text };
  };
  const names = draft.kelurahan
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return {
    ...said('crs'),
    ...said('sourceLayer'),
    ...said('rulesLayerId'),
    ...said('regulationId'),
    ...(draft.coverage === 'wholeCity' ? { coverage: { from: 'wholeCity' as const } } : {}),
    ...(draft.coverage === 'kelurahan' && names.length > 0
      ? { coverage: { from: 'kelurahan' as const, names } }
      : {}),
    ...(draft.isRepairing ? { isRepairing: true } : {}),
    ...(draft.emptyMeans === '' ? {} : { emptyMeans: draft.emptyMeans }),
  };
}
