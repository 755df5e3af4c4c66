/** What the bundler knows of a module: who imports it at once, not later. */
interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

const READING = ['/web/reading-tools.ts'];
/** The files that a page needs whole, and where each begins. What the first holds is not in the second. */
const FILES = [
  { name: 'shell', begins: ['/web/main.tsx'] },
  {
    name: 'answer',
    begins: ['/web/features/lookup/panel-answer.tsx', '/web/features/lookup/location-page.tsx'],
  },
] as const;

/**
 * Everything that the map page needs at once in one file, and what draws an answer in another: cut by who else uses what,
 * they are thirty files, and on a slow network each six of them cost a round trip. What a page that is only read needs at
 * once, too, stays apart: such a page must not load the shell.
 */
export function nameShellChunk(): (id: string, modules: Modules) => string | null {
  const isRead = neededBy(READING);
  const files = FILES.map(({ name, begins }) => ({ name, isNeeded: neededBy(begins), begins }));
  const isBeginning = (id: string): boolean =>
    files.some(({ begins }) => begins.some((one) => id.endsWith(one)));
  return (id, modules) => {
    // The bundler's own helpers are needed by every file, and what a file begins with keeps its name.
    if (id.startsWith('\0') || isBeginning(id) || isRead(id, modules)) return null;
    return files.find(({ isNeeded }) => isNeeded(id, modules))?.name ?? null;
  };
}

/** Tells whether a module is imported, by however many others in between, by one of these. */
function neededBy(begins: readonly string[]): (id: string, modules: Modules) => boolean {
  const known = new Map<string, boolean>();
  const isNeeded = (id: string, modules: Modules): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    if (begins.some((one) => id.endsWith(one))) return true;
    // A circle ends here; whoever leads out of it decides.
    known.set(id, false);
    const is = (modules.getModuleInfo(id)?.importers ?? []).some((one) => isNeeded(one, modules));
    known.set(id, is);
    return is;
  };
  return isNeeded;
}
