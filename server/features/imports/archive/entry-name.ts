export type EntryNameProblem =
  | 'emptyName'
  | 'longName'
  | 'controlCharacter'
  | 'backslash'
  | 'absolute'
  | 'parentFolder';

/**
 * Whether a path inside an archive may become a path on disk. Nothing is mended: a crafted name refuses the archive.
 * A right-to-left override or a colon (drive, stream) counts as crafted too.
 */
export function checkEntryName(name: string): EntryNameProblem | null {
  if (name === '') return 'emptyName';
  if (Buffer.byteLength(name) > 1024 || name.split('/').some((part) => Buffer.byteLength(part) > 200))
    return 'longName';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
  if (/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(name)) return 'controlCharacter';
  if (name.includes('\\')) return 'backslash';
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'absolute';
  if (name.split('/').some((part) => part === '..' || part === '.')) return 'parentFolder';
  return null;
}
