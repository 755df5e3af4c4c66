/**
 * The anchor of an article on the page of its regulation.
 *
 * @param sourceId as in an answer, `<rules layer>/<source id>`
 */
export const articleAnchor = (sourceId: string): string =>
  encodeURIComponent(sourceId.slice(sourceId.indexOf('/') + 1));
