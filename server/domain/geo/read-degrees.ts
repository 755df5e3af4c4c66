import { type CoordinateProblemCode, type Problem, problem, quoteInput } from '../problem.ts';
import { fail, ok, type Result } from '../result.ts';

export type Axis = 'lat' | 'lng';

/** One number of a pair in decimal degrees; `axis` only when the text says which one it is. */
export interface AxisValue {
  readonly degrees: number;
  readonly axis: Axis | null;
  /** True when a direction (S, LS, E, BT …) gives the sign. */
  readonly hasDirection: boolean;
  /** True when written with minutes or seconds. */
  readonly isSexagesimal: boolean;
}
type Failure = Problem<CoordinateProblemCode>;
type Pair = readonly [AxisValue, AxisValue];

type Token =
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly isNegative: boolean;
      readonly hasSign: boolean;
    }
  | { readonly kind: 'unit'; readonly unit: 0 | 1 | 2 }
  | { readonly kind: 'direction'; readonly axis: Axis; readonly sign: 1 | -1 }
  | { readonly kind: 'label'; readonly axis: Axis }
  | { readonly kind: 'separator' };

const DIRECTIONS: Readonly<Record<string, readonly [Axis, 1 | -1]>> = {
  ls: ['lat', -1],
  s: ['lat', -1],
  selatan: ['lat', -1],
  south: ['lat', -1],
  lu: ['lat', 1],
  n: ['lat', 1],
  u: ['lat', 1],
  utara: ['lat', 1],
  north: ['lat', 1],
  bt: ['lng', 1],
  e: ['lng', 1],
  t: ['lng', 1],
  timur: ['lng', 1],
  east: ['lng', 1],
  bb: ['lng', -1],
  w: ['lng', -1],
  b: ['lng', -1],
  barat: ['lng', -1],
  west: ['lng', -1],
};
const LABELS: Readonly<Record<string, Axis>> = {
  lat: 'lat',
  latitude: 'lat',
  lintang: 'lat',
  y: 'lat',
  lon: 'lng',
  lng: 'lng',
  long: 'lng',
  longitude: 'lng',
  bujur: 'lng',
  x: 'lng',
};
const UNITS: Readonly<Record<string, 0 | 1 | 2>> = {
  '°': 0,
  d: 0,
  deg: 0,
  der: 0,
  derajat: 0,
  degrees: 0,
  "'": 1,
  menit: 1,
  mnt: 1,
  min: 1,
  minutes: 1,
  '"': 2,
  detik: 2,
  dtk: 2,
  sec: 2,
  seconds: 2,
};
const TOKEN = /([+-])? ?(\d+(?:\.\d+)?)(?!\d|\.\d|[ex]\d)|([a-z]+)\.?|([°'"])|([,;/|&])|(.)/giu;

/** Words with one meaning each, before the text is cut into tokens. */
const merge = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(?:lintang|latitude|lat\.?) (selatan|utara|south|north)\b/g, '$1')
    .replace(/\b(?:bujur|longitude|long?\.?) (timur|barat|east|west)\b/g, '$1')
    .replace(/\b(l)\.? ?([su])\b\.?|\b(b)\.? ?([tb])\b\.?/g, '$1$2$3$4')
    .replace(/\b(lat|lon|long|lng|[xy]|lintang|bujur|latitude|longitude) ?[:=]/g, '$1 ')
    .replace(/^(?:(?:titik|lokasi|koordinat|coordinates?|gps|wgs ?84)\b ?[:=]? ?)+/, '')
    .replace(/\b(?:dan|and)\b/g, ';')
    .replace(/(\d) ?: ?(\d+) ?: ?(\d)/g, "$1°$2'$3");

/** `Lat, Long: …` and `Bujur/Lintang …`: a heading that names the order of both numbers. */
const HEADING =
  /^(?:(lat(?:itude)?|lintang)|(?:lon(?:g(?:itude)?)?|lng|bujur)) ?[,/&-]? ?(?:lat(?:itude)?|lintang|lon(?:g(?:itude)?)?|lng|bujur) ?[:=]? /;

/**
 * Reads two numbers in degrees: decimal, with minutes, or with seconds; with or without directions and labels.
 * Range and order are not judged here.
 *
 * @param text plain (see `plainText`), decimals with a dot
 */
export function readDegrees(text: string): Result<Pair, Failure> {
  const unreadable = fail(problem('coordinateUnreadable', { input: quoteInput(text) }));
  const merged = merge(text);
  const heading = HEADING.exec(merged);
  const tokens = tokenise(merged.slice(heading?.[0].length ?? 0));
  const count = tokens?.filter((token) => token.kind === 'number').length ?? 0;
  if (tokens === null || count === 0) return unreadable;
  const [one, two, ...more] = groupByAxis(tokens);
  if (count > 6 || (more.length > 0 && count > 2)) return fail(problem('coordinateTooMany', { count }));
  if (more.length > 0) return unreadable;
  if (!one || !two) return one && readAxis(one, text).ok ? fail(problem('coordinateOnlyOne')) : unreadable;
  const first = readAxis(one, text);
  if (!first.ok) return first;
  const second = readAxis(two, text);
  if (!second.ok) return second;
  if (first.value.axis !== null && first.value.axis === second.value.axis) {
    const axis = first.value.axis === 'lat' ? 'lintang/latitude' : 'bujur/longitude';
    return fail(problem('coordinateSameAxisTwice', { axis }));
  }
  if (!heading || first.value.axis || second.value.axis) return ok([first.value, second.value]);
  const axis = heading[1] === undefined ? 'lng' : 'lat';
  return ok([{ ...first.value, axis }, second.value]);
}

function tokenise(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  for (const [, sign, number, word = '', mark = '', separator, other] of text.matchAll(TOKEN)) {
    const unit = UNITS[word] ?? UNITS[mark];
    const direction = DIRECTIONS[word];
    const label = LABELS[word];
    if (number !== undefined) {
      tokens.push({ kind: 'number', text: number, isNegative: sign === '-', hasSign: sign !== undefined });
    } else if (unit !== undefined) tokens.push({ kind: 'unit', unit });
    else if (direction) tokens.push({ kind: 'direction', axis: direction[0], sign: direction[1] });
    else if (label) tokens.push({ kind: 'label', axis: label });
    else if (separator !== undefined) tokens.push({ kind: 'separator' });
    else if (other !== ' ') return null;
  }
  return tokens;
}

/** Cuts the tokens into one group per axis. Directions stand all before or all after their numbers. */
function groupByAxis(tokens: readonly Token[]): readonly (readonly Token[])[] {
  if (tokens.every((token) => token.kind === 'number')) return halve(tokens);
  const firstNumber = tokens.findIndex((token) => token.kind === 'number');
  const directionLeads = tokens.slice(0, firstNumber).some((token) => token.kind === 'direction');
  const groups: Token[][] = [];
  let group: Token[] = [];
  const close = (): void => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (const [index, token] of tokens.entries()) {
    const numbers = group.filter((member) => member.kind === 'number');
    const opens = numbers.length > 0 && opensAxis(token, tokens[index + 1], numbers, directionLeads);
    if (opens || token.kind === 'separator') close();
    if (token.kind !== 'separator') group.push(token);
    if (token.kind === 'direction' && !directionLeads) close();
  }
  close();
  return groups;
}

/** Whether a token cannot belong to an axis that already has these numbers. */
function opensAxis(
  token: Token,
  following: Token | undefined,
  numbers: readonly Token[],
  directionLeads: boolean,
): boolean {
  if (token.kind === 'label') return true;
  if (token.kind === 'direction') return directionLeads;
  if (token.kind !== 'number') return false;
  const last = numbers.at(-1);
  const isFull = numbers.length === 3 || (last?.kind === 'number' && last.text.includes('.'));
  const unit = following?.kind === 'unit' ? following.unit : null;
  return token.hasSign || unit === 0 || (isFull && unit === null);
}

/** Bare numbers without any mark: two, four or six of them are two equal halves. */
function halve(numbers: readonly Token[]): readonly (readonly Token[])[] {
  if (numbers.length % 2 === 1 || numbers.length > 6) return [numbers];
  return [numbers.slice(0, numbers.length / 2), numbers.slice(numbers.length / 2)];
}

function readAxis(group: readonly Token[], text: string): Result<AxisValue, Failure> {
  const unreadable = fail(problem('coordinateUnreadable', { input: quoteInput(text) }));
  const parts: (string | undefined)[] = [];
  let axis: Axis | null = null;
  let direction: 1 | -1 | null = null;
  let isSigned = false;
  let isNegative = false;
  let next = 0;
  for (const [index, token] of group.entries()) {
    if (token.kind === 'label' || token.kind === 'direction') {
      if (axis !== null && axis !== token.axis) return unreadable;
      if (token.kind === 'direction' && direction !== null) return unreadable;
      axis = token.axis;
      if (token.kind === 'direction') direction = token.sign;
    } else if (token.kind === 'number') {
      const mark = group[index + 1];
      const unit = mark?.kind === 'unit' ? mark.unit : next;
      if (unit < next || unit > 2 || (token.hasSign && next > 0)) return unreadable;
      parts[unit] = token.text;
      isSigned ||= token.hasSign && token.isNegative;
      isNegative ||= token.isNegative;
      next = unit + 1;
    } else if (group[index - 1]?.kind !== 'number') return unreadable;
  }
  if (parts[0] === undefined) return unreadable;
  if (direction !== null && isSigned) {
    return fail(problem('coordinateSignAndHemisphere', { input: quoteInput(text) }));
  }
  const angle = readAngle(parts);
  if (angle === null) return unreadable;
  if (!angle.ok) return angle;
  const sign = direction ?? (isNegative ? -1 : 1);
  const isSexagesimal = parts.length > 1;
  return ok({ degrees: sign * angle.value, axis, hasDirection: direction !== null, isSexagesimal });
}

/** Degrees of up to three parts, only the last of which may have a fraction; null when it is not written so. */
function readAngle([degrees = '0', minutes, seconds]: readonly (string | undefined)[]): Result<
  number,
  Failure
> | null {
  if (minutes === undefined && seconds !== undefined) return null;
  if (minutes !== undefined && degrees.includes('.')) return null;
  if (seconds !== undefined && minutes?.includes('.')) return null;
  const tooMany = [minutes, seconds].find((part) => part !== undefined && Number(part) >= 60);
  if (tooMany !== undefined)
    return fail(problem('coordinateMinutesOutOfRange', { value: tooMany.slice(0, 20) }));
  return ok(Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600);
}
