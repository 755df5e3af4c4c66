import { encode } from 'uqr';

/** Modules of white around the code; below four a reader may miss it. */
const BORDER = 4;

/** A QR code as one path of rows. Medium correction: it is read off a creased copy. */
export function drawCode(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: BORDER });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (x < size && row[x]) x += 1;
      path += `M${start} ${y}h${x - start}v1H${start}z`;
    }
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
}
