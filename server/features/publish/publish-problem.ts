import type { Text } from '#domain/language';

/** Why a version was not put in force; the one in force before stays so. */
export type PublishProblem =
  | { readonly code: 'unknownLayer'; readonly layerId: string }
  | { readonly code: 'unknownVersion'; readonly versionId: string }
  | { readonly code: 'versionOfOtherLayer'; readonly versionId: string; readonly layerId: string }
  | { readonly code: 'invalidDate'; readonly name: string; readonly given: string }
  | { readonly code: 'decreeMissing' }
  | { readonly code: 'alreadyInForce'; readonly versionId: string; readonly validFrom: string }
  | { readonly code: 'nothingToWithdraw'; readonly layerId: string; readonly validFrom: string }
  | { readonly code: 'nothingToDraw'; readonly versionId: string }
  | { readonly code: 'archiveRejected'; readonly findings: readonly string[] }
  | { readonly code: 'diskFull'; readonly directory: string }
  | { readonly code: 'directoryNotWritable'; readonly directory: string };

/** One sentence for the operator. */
export function describePublishProblem(problem: PublishProblem): string {
  switch (problem.code) {
    case 'unknownLayer':
      return `There is no layer "${problem.layerId}".`;
    case 'unknownVersion':
      return `There is no version "${problem.versionId}"; npm run import prints the id of the version that it made.`;
    case 'versionOfOtherLayer':
      return `Version ${problem.versionId} belongs to the layer "${problem.layerId}".`;
    case 'invalidDate':
      return `${problem.name} must be a day as YYYY-MM-DD, not "${problem.given}".`;
    case 'decreeMissing':
      return 'The decree that puts the version in force must be named.';
    case 'alreadyInForce':
      return `Version ${problem.versionId} is already in force from ${problem.validFrom}.`;
    case 'nothingToWithdraw':
      return `No version of "${problem.layerId}" is in force on ${problem.validFrom}.`;
    case 'nothingToDraw':
      return `Version ${problem.versionId} holds no feature that can be drawn.`;
    case 'archiveRejected':
      return `The tiles did not pass their check: ${problem.findings.join('; ')}.`;
    case 'diskFull':
      return `There is no room left for the tiles in ${problem.directory}; nothing has changed.`;
    case 'directoryNotWritable':
      return `The tiles cannot be written to ${problem.directory}; nothing has changed.`;
  }
}

/** The same for whoever approved it, in both languages; nothing of the machine, such as its directories, is told. */
export function publishProblemText(problem: PublishProblem): Text {
  switch (problem.code) {
    case 'unknownLayer':
      return {
        id: `Layer “${problem.layerId}” tidak ada lagi.`,
        en: `The layer “${problem.layerId}” is no longer there.`,
      };
    case 'unknownVersion':
      return {
        id: `Versi ${problem.versionId} tidak ada lagi.`,
        en: `The version ${problem.versionId} is no longer there.`,
      };
    case 'versionOfOtherLayer':
      return {
        id: `Versi ${problem.versionId} milik layer “${problem.layerId}”.`,
        en: `The version ${problem.versionId} belongs to the layer “${problem.layerId}”.`,
      };
    case 'invalidDate':
      return {
        id: `Tanggal “${problem.given}” tidak dapat dipakai; tulis seperti 2026-12-31.`,
        en: `The day “${problem.given}” cannot be used; write it like 2026-12-31.`,
      };
    case 'decreeMissing':
      return { id: 'Nomor ketetapan belum diisi.', en: 'The number of the decree is missing.' };
    case 'alreadyInForce':
      return {
        id: `Versi ${problem.versionId} sudah berlaku sejak ${problem.validFrom}.`,
        en: `The version ${problem.versionId} is in force from ${problem.validFrom} already.`,
      };
    case 'nothingToWithdraw':
      return {
        id: `Pada ${problem.validFrom} tidak ada versi dari layer “${problem.layerId}” yang berlaku.`,
        en: `On ${problem.validFrom} no version of the layer “${problem.layerId}” is in force.`,
      };
    case 'nothingToDraw':
      return {
        id: `Versi ${problem.versionId} tidak berisi objek yang dapat digambar.`,
        en: `The version ${problem.versionId} holds no feature that can be drawn.`,
      };
    case 'archiveRejected':
      return {
        id: `Petak peta tidak lolos pemeriksaannya (${problem.findings.length} hal); petugas teknis melihat rinciannya dalam catatan server.`,
        en: `The map tiles did not pass their check (${problem.findings.length} findings); the operator finds them in the log of the server.`,
      };
    case 'diskFull':
      return {
        id: 'Ruang penyimpanan server penuh; petak peta tidak dapat dibuat. Hubungi petugas teknis, lalu setujui lagi.',
        en: 'The server has no room left for the map tiles. Ask the operator for room, then approve again.',
      };
    case 'directoryNotWritable':
      return {
        id: 'Server tidak dapat menulis petak peta. Hubungi petugas teknis, lalu setujui lagi.',
        en: 'The server cannot write the map tiles. Ask the operator, then approve again.',
      };
  }
}

/** What the operator should know although the version is in force now. */
export type PublishWarning =
  | { readonly code: 'laterPublication'; readonly versionId: string | null; readonly validFrom: string }
  | { readonly code: 'fromInFuture'; readonly validFrom: string }
  | { readonly code: 'featuresLeftOut'; readonly count: number };

/** One sentence for the operator. */
export function describePublishWarning(warning: PublishWarning): string {
  switch (warning.code) {
    case 'laterPublication':
      return warning.versionId === null
        ? `From ${warning.validFrom} on, the layer is withdrawn.`
        : `From ${warning.validFrom} on, version ${warning.versionId} takes its place.`;
    case 'fromInFuture':
      return `It is not in force before ${warning.validFrom}.`;
    case 'featuresLeftOut':
      return `${warning.count} times a small feature was left out of a crowded tile.`;
  }
}
