/** Corners of full precision take some 40 bytes each: room for many more than are answered. */
export const POLYGON_LIMIT_BYTES = 512 * 1024;
export const FILE_LIMIT_BYTES = 5 * 1024 * 1024;
