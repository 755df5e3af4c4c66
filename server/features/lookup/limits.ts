/** A drawn plot with 5,000 corners of full precision is about 200 kB. */
export const POLYGON_LIMIT_BYTES = 512 * 1024;
export const FILE_LIMIT_BYTES = 5 * 1024 * 1024;
