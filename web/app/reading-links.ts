/** An address of a page for reading on a day; null = today, which needs no mention. */
export const onDay = (path: string, on: string | null): string => {
  if (on === null) return path;
  const [page = '', anchor] = path.split('#');
  return `${page}?on=${on}${anchor === undefined ? '' : `#${anchor}`}`;
};

/** The page of a regulation, at one of its articles if there is an anchor. */
export function regulationHref(
  layerId: string,
  regulationId: string,
  on: string | null,
  anchor?: string,
): string {
  const path = `/peraturan/${encodeURIComponent(layerId)}/${encodeURIComponent(regulationId)}`;
  // The anchor is encoded already and stands so in the page.
  return onDay(anchor === undefined ? path : `${path}#${anchor}`, on);
}

export const kelurahanHref = (slug: string, on: string | null): string => onDay(`/kelurahan/${slug}`, on);

export const blockHref = (code: string, on: string | null): string =>
  onDay(`/blok/${encodeURIComponent(code)}`, on);

export const termHref = (slug: string): string => `/istilah/${slug}`;
