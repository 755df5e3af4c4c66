/** The key of the message that a document has been replaced: one for each application whose document it was. */
export const replacedKey = (applicationId: string): string => `application.replaced:${applicationId}`;

/** What the keys of messages begin with that tell the holder of a document of a changed plan. */
export const groundChangedKeys = (documentId: string): string => `document.groundChanged:${documentId}:`;

/** What the keys of all messages to an applicant begin with. */
export const messagesAbout = (applicationId: string, documentId: string | null): string[] => [
  replacedKey(applicationId),
  ...(documentId === null ? [] : [groundChangedKeys(documentId)]),
];
