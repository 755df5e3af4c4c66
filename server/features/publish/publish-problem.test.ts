import { expect, test } from 'vitest';
import { describePublishProblem, type PublishProblem, publishProblemText } from './publish-problem.ts';

const PROBLEMS: { readonly [C in PublishProblem['code']]: Extract<PublishProblem, { code: C }> } = {
  unknownLayer: { code: 'unknownLayer', layerId: 'rdtr-uji' },
  unknownVersion: { code: 'unknownVersion', versionId: '0123456789abcdef' },
  versionOfOtherLayer: { code: 'versionOfOtherLayer', versionId: '0123456789abcdef', layerId: 'rdtr-uji' },
  invalidDate: { code: 'invalidDate', name: '--from', given: 'besok' },
  decreeMissing: { code: 'decreeMissing' },
  alreadyInForce: { code: 'alreadyInForce', versionId: '0123456789abcdef', validFrom: '2026-11-22' },
  nothingToWithdraw: { code: 'nothingToWithdraw', layerId: 'rdtr-uji', validFrom: '2026-11-22' },
  nothingToDraw: { code: 'nothingToDraw', versionId: '0123456789abcdef' },
  archiveRejected: { code: 'archiveRejected', findings: ['/srv/tiles: 3 vertices'] },
  diskFull: { code: 'diskFull', directory: '/srv/tiles' },
  directoryNotWritable: { code: 'directoryNotWritable', directory: '/srv/tiles' },
};

test.each(Object.values(PROBLEMS))(
  '$code is told to staff in both languages, without the machine',
  (problem) => {
    const { id, en } = publishProblemText(problem);
    expect(id).not.toBe(en);
    expect(`${id} ${en}`).not.toMatch(/\/srv|npm run|--from/);
    expect(describePublishProblem(problem)).not.toBe('');
  },
);
