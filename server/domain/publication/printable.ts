/**
 * A text of a foreign file as one line of a terminal: line ends become a space, and what steers a terminal or turns
 * the reading direction becomes U+FFFD, so that no file can write its own report.
 */
export const printable = (text: string): string =>
  text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
