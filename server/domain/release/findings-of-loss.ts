import type { Language, Text } from '../language.ts';
import { type GroundLoss, type LostPiece, NOISE_M2, SHARE_TO_CONFIRM } from './ground-loss.ts';
import type { FoundSort } from './layer-findings.ts';

/**
 * What a draft takes away, as findings: ground that loses its polygon, with a point in each piece, and otherwise features
 * that have become far fewer. They warn: whether the ground may go is decided by a person, who confirms it.
 * @param pieces of lost ground, the largest first; those that are listed
 * @param pieceCount all of them
 */
export function findingsOfLoss(
  loss: GroundLoss,
  pieces: readonly LostPiece[],
  pieceCount: number,
): FoundSort[] {
  if (loss.lostM2 > NOISE_M2)
    return [
      {
        code: 'groundLost',
        severity: 'warns',
        text: { id: tellLoss(loss, 'id'), en: tellLoss(loss, 'en') },
        count: Math.max(1, pieceCount),
        totalM2: loss.lostM2,
        list: pieces.map(({ areaM2, at }) => ({ featureNos: [], areaM2, at, text: PIECE })),
      },
    ];
  const { beforeCount, afterCount } = loss;
  if (beforeCount - afterCount <= SHARE_TO_CONFIRM * beforeCount) return [];
  return [
    {
      code: 'featuresLost',
      severity: 'warns',
      text: { id: countsIn(loss, 'id'), en: countsIn(loss, 'en') },
      count: 1,
      totalM2: null,
      list: [],
    },
  ];
}

const PIECE: Text = {
  id: 'Lahan ini ada di versi yang berlaku, tetapi tidak ada di rilis ini.',
  en: 'This ground is in the version in force, but not in this release.',
};

const LOCALE: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

const write = (value: number, language: Language, decimals = 0): string =>
  new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: decimals }).format(value);

/** Small ground keeps its decimals: what is lost is never written as nothing. */
const hectares = (m2: number, language: Language): string =>
  `${write(m2 / 10_000, language, m2 < 10_000 ? 4 : m2 < 1_000_000 ? 1 : 0)} ha`;

const countsIn = ({ beforeCount, afterCount }: GroundLoss, language: Language): string => {
  const [before, after] = [write(beforeCount, language), write(afterCount, language)];
  const gone = write(beforeCount - afterCount, language);
  if (language === 'id')
    return afterCount < beforeCount
      ? `${gone} objek hilang: yang berlaku ${before} objek, rilis ini ${after}.`
      : `Yang berlaku ${before} objek, rilis ini ${after}.`;
  return afterCount < beforeCount
    ? `${gone} features are gone: ${before} are in force, this release has ${after}.`
    : `${before} features are in force, this release has ${after}.`;
};

/** All of it in words: features and ground before and after, and what of the city is left without. */
export function tellLoss(loss: GroundLoss, language: Language): string {
  const { beforeM2, lostM2, withoutBeforeM2, withoutAfterM2 } = loss;
  const lost = hectares(lostM2, language);
  const share = write((lostM2 / beforeM2) * 100, language, 1);
  const all = hectares(beforeM2, language);
  const city = [withoutBeforeM2, withoutAfterM2].map((m2) => (m2 === null ? null : hectares(m2, language)));
  const [before, after] = city;
  if (language === 'id')
    return [
      countsIn(loss, language),
      `${lost} lahan kehilangan datanya (${share} % dari ${all} yang berlaku).`,
      ...(before && after ? [`Luas kota tanpa zona: ${before} sekarang, ${after} menurut rilis ini.`] : []),
    ].join(' ');
  return [
    countsIn(loss, language),
    `${lost} of ground lose their data (${share} % of the ${all} in force).`,
    ...(before && after
      ? [`Ground of the city without a zone: ${before} now, ${after} by this release.`]
      : []),
  ].join(' ');
}
