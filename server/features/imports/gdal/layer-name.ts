/**
 * Whether a layer's name may stand on the command line of GDAL, which has no `--` to end its options: a table called
 * `-makevalid` would mend what should be reported, `-skipfailures` would drop what should be refused.
 */
export const isSafeLayerName = (name: string): boolean =>
  name !== '' && !name.startsWith('-') && !/[\p{Cc}\u2028\u2029]/u.test(name);
