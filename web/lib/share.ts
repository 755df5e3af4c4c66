export type ShareOutcome = 'shared' | 'copied' | 'cancelled' | 'failed';

/**
 * Hands an address on: by the device's own way of sharing, else by the clipboard.
 *
 * @param url may be relative to the page
 */
export async function shareOrCopy({ url, title }: { url: string; title: string }): Promise<ShareOutcome> {
  const address = new URL(url, location.href).href;
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ url: address, title });
      return 'shared';
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
      // Some desktop browsers offer sharing and then refuse it: the clipboard remains.
    }
  }
  try {
    await navigator.clipboard.writeText(address);
    return 'copied';
  } catch {
    return 'failed';
  }
}
