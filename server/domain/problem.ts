import type { Text } from './language.ts';

/** Values that a problem's text is filled with; never personal data, never raw input longer than {@link quoteInput}. */
export type ProblemParams = Readonly<
  Record<string, string | number | boolean | readonly string[] | readonly number[] | Text>
>;

/** What the HTTP edge itself refuses. */
export const HTTP_PROBLEM_CODES = [
  'unknownParameter',
  'duplicateParameter',
  'missingParameter',
  'invalidParameter',
  'unknownField',
  'missingField',
  'invalidField',
  'jsonMalformed',
  'jsonTooDeep',
  'jsonDuplicateKey',
  'unsupportedMediaType',
  'bodyTooLarge',
  'badRequest',
  'notFound',
  'methodNotAllowed',
  'sourceUnavailable',
  'tookTooLong',
  'busy',
  'keyUsedOtherwise',
  'internal',
] as const;

/** What asking for something that not everybody may have can fail with. */
export const ACCOUNT_PROBLEM_CODES = [
  'signInNeeded',
  'secondFactorNeeded',
  'notAllowed',
  'secondPersonNeeded',
  'otherOrigin',
  'signInRefused',
  'codeRefused',
  'tooManyTries',
  'invitationGone',
  'passwordTooEasy',
  'secondFactorSet',
  'roleIncomplete',
  'producerUnknown',
  'producerExists',
  'kelurahanUnknown',
  'lastAdministrator',
  'accountExists',
  'singleSignOnUnavailable',
] as const;

/** What reading a written coordinate can fail with. */
export const COORDINATE_PROBLEM_CODES = [
  'coordinateEmpty',
  'coordinateTooLong',
  'coordinateUnreadable',
  'coordinateOnlyOne',
  'coordinateTooMany',
  'coordinateOutOfRange',
  'coordinateSameAxisTwice',
  'coordinateSignAndHemisphere',
  'coordinateMinutesOutOfRange',
  'coordinateAmbiguous',
  'utmMetresAsDegrees',
  'utmZoneMissing',
  'utmZoneNotHere',
  'utmOutOfRange',
  'mapLinkShortened',
  'mapLinkWithoutPosition',
  'mapLinkUnknown',
] as const;

/** What asking for the rule at a place can fail with. */
export const LOOKUP_PROBLEM_CODES = [
  'geometryInvalid',
  'areaTooLarge',
  'tooManyVertices',
  'groundTooWide',
  'borderTooLong',
  'buildingElsewhere',
  'activityUnknown',
  'parcelUnknown',
  'parcelAmbiguous',
  'polygonFileUnreadable',
  'fileWithoutPolygon',
  'fileReadingUnavailable',
] as const;

/** What keeping layers can fail with. */
export const RELEASE_PROBLEM_CODES = [
  'preconditionMissing',
  'changedMeanwhile',
  'layerExists',
  'themeNeeded',
  'tooManyUploads',
  'uploadQuota',
  'uploadOffsetDiffers',
  'uploadEnded',
  'checksumDiffers',
  'diskFull',
  'uploadNotStored',
  'fileNotWritten',
  'versionUnknown',
  'itemNotHeld',
  'rulesUnknown',
  'layerTwice',
  'stepNotPossible',
  'releaseBlocked',
  'lossNotConfirmed',
  'comparedWithOther',
  'comparisonMissing',
  'decreeIncomplete',
  'decreeYearDiffers',
  'baseChanged',
  'publishingElsewhere',
  'nothingChanges',
  'nothingChangesOn',
  'itemsFixed',
  'acknowledgementNeeded',
  'approvalUnseen',
  'consequencesChanged',
  'openingNeeded',
  'layerIsOpen',
  'nothingToOpen',
  'openingFromToday',
  'neverPublic',
] as const;

/** What saying that data is wrong can fail with. */
export const CORRECTION_PROBLEM_CODES = ['rowUnknown', 'hiddenFieldFilled'] as const;
/** What an application for a document can be refused for. */
export const APPLICATION_PROBLEM_CODES = [
  'applicationIncomplete',
  'papersMissing',
  'paperRefused',
  'settingMissing',
  'papersOpen',
  'sheetIncomplete',
  'approvedOutsideGround',
  'planHasChanged',
  'documentNotIssued',
  'personErased',
  'replacementExists',
] as const;

/** What asking for a document can fail with. */
export const DOCUMENT_PROBLEM_CODES = [
  'groundOutsideCity',
  'signerUnavailable',
  'passphraseWrong',
  'certificateNotValid',
  'signerRefused',
  'documentNotInForce',
  'documentNotStored',
  'documentFileGone',
] as const;

/** What bringing something home from a round on site can be refused for. */
export const FIELD_PROBLEM_CODES = [
  'roundClosed',
  'roundFull',
  'itemDiffers',
  'itemUnknown',
  'outlineFaulty',
  'outlineMissing',
  'photoMissing',
  'photoKindRefused',
  'photoTooManyPixels',
  'photoUnreadable',
  'roundEmpty',
] as const;

/** What sending and following a report can be refused for. */
export const REPORT_PROBLEM_CODES = [
  'reportOutsideCity',
  'reportPlaceSwapped',
  'reportPhotosMissing',
  'reportPhotosFull',
  'reportSecretWrong',
  'reportClosedMeanwhile',
  'messageEmpty',
  'disputeTooShort',
  'notSure',
  'reportDaySeen',
  'pushServiceUnknown',
  'pushBrowsersFull',
] as const;

/** What a step of a case can be refused for. */
export const CASE_PROBLEM_CODES = [
  'stepIncomplete',
  'unitGone',
  'officerGone',
  'joinRefused',
  'warningsSpent',
  'warningNotServed',
  'warningTooEarly',
  'sanctionsOpen',
  'inspectionMissing',
  'photoUsedBefore',
  'casePhotosFull',
  'letterNotMade',
  'reporterNotAgreed',
  'nobodySupervises',
  'ownUnit',
  'caseNotYours',
  'joinTooFar',
  'caseWithheld',
  'assignmentUnchecked',
  'replyNames',
] as const;

export const PROBLEM_CODES = [
  ...HTTP_PROBLEM_CODES,
  ...ACCOUNT_PROBLEM_CODES,
  ...COORDINATE_PROBLEM_CODES,
  ...LOOKUP_PROBLEM_CODES,
  ...RELEASE_PROBLEM_CODES,
  ...CORRECTION_PROBLEM_CODES,
  ...DOCUMENT_PROBLEM_CODES,
  ...APPLICATION_PROBLEM_CODES,
  ...FIELD_PROBLEM_CODES,
  ...REPORT_PROBLEM_CODES,
  ...CASE_PROBLEM_CODES,
] as const;

export type CoordinateProblemCode = (typeof COORDINATE_PROBLEM_CODES)[number];
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A named failure with the values its text needs. The text itself lives in `problem-text.ts`. */
export interface Problem<C extends ProblemCode = ProblemCode> {
  readonly code: C;
  readonly params: ProblemParams;
}

/** A problem by its code; the params fill the text in the reader's language and are shown as they are. */
export const problem = <C extends ProblemCode>(code: C, params: ProblemParams = {}): Problem<C> => ({
  code,
  params,
});

/** Input as it may be repeated to the reader: one line, at most 60 characters, without control characters. */
export function quoteInput(input: string): string {
  const line = input
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\s]+/gu, ' ')
    .trim();
  const characters = [...line];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line;
}
