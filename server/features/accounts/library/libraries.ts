import type { Library, LibraryDeps } from './open-library.ts';

export interface Libraries {
  /** Passwords, codes, sessions. */
  readonly own: () => Promise<Library>;
  /** The same with the city's single sign-on. */
  readonly withSingleSignOn: () => Promise<Library>;
}

/** Loads and opens the library when it is first needed: who only asks the map never pays for it. Anew after a change of keys. */
export function openLibraries(deps: LibraryDeps): Libraries {
  const keep = (hasSingleSignOn: boolean): (() => Promise<Library>) => {
    let kept: { readonly secret: string | undefined; readonly library: Promise<Library> } | undefined;
    return () => {
      const [secret] = deps.keys.secrets('account');
      if (kept?.secret === secret && kept !== undefined) return kept.library;
      const library = import('./open-library.ts').then(({ openLibrary }) =>
        openLibrary(deps, { hasSingleSignOn }),
      );
      kept = { secret, library };
      return library;
    };
  };
  return { own: keep(false), withSingleSignOn: keep(true) };
}
