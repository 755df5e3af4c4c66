/** Longer side of what leaves the device, and how heavy it may be. */
const LONGEST_PX = 2_048;
const MOST_BYTES = 400_000;
const QUALITIES = [0.82, 0.7, 0.58, 0.45] as const;
/** What no telephone takes: not even opened. */
const LARGEST_FILE = 40_000_000;

/**
 * A photo written anew by the browser, before it is kept or sent: its pixels, turned as its orientation says, and nothing
 * that the camera wrote about where, when and with what.
 * @returns null for what the browser cannot open (HEIC outside of Safari, anything that is no picture)
 */
export async function rewritePhoto(file: Blob): Promise<Blob | null> {
  if (file.size > LARGEST_FILE) return null;
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (bitmap === null) return null;
  const scale = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  let written: Blob | null = null;
  for (const quality of QUALITIES) {
    written = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (written === null || written.size <= MOST_BYTES) break;
  }
  return written?.type === 'image/jpeg' ? written : null;
}
