/** One address, nothing around it: no list, no name, no line break; its parts no longer than mail takes them (RFC 5321). */
const ADDRESS = /^[^\s@<>,;:"()[\]\\\p{Cc}]{1,64}@[\p{L}\p{N}.-]{1,190}$/u;

/** Whether a text is one mail address and nothing else. */
export const isMailAddress = (text: string): boolean => ADDRESS.test(text);
