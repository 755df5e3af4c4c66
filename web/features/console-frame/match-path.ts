/**
 * The names in an address that a pattern such as `/konsol/lapisan/:layerId` asks for; null when it is another address.
 */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const given = path.replace(/(?<=.)\/$/, '').split('/');
  if (wanted.length !== given.length) return null;
  const names: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) {
      const read = decode(value);
      if (read === null || read === '') return null;
      names[part.slice(1)] = read;
    } else if (part !== value) return null;
  }
  return names;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
