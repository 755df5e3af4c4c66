import type { ReactNode } from 'react';
import { ConsoleContext, EmptyState, Failure, Loading } from '../../web/features/console-frame/index.ts';
import { ConflictChoice } from '../../web/features/console-layers/conflict-choice.tsx';
import { draftOf } from '../../web/features/console-layers/record-draft.ts';
import { RecordForm } from '../../web/features/console-layers/record-form.tsx';
import { DecisionPanel } from '../../web/features/console-releases/decision-panel.tsx';
import { FindingLine } from '../../web/features/console-releases/finding-line.tsx';
import { JobProgress } from '../../web/features/console-releases/job-progress.tsx';
import { PlanImpacts } from '../../web/features/console-releases/plan-impacts.tsx';
import { ReleaseContents } from '../../web/features/console-releases/release-contents.tsx';
import { ReleaseHistory } from '../../web/features/console-releases/release-history.tsx';
import { StateMark, StateSteps } from '../../web/features/console-releases/state-mark.tsx';
import { FindingList } from '../../web/features/console-rules/finding-list.tsx';
import { TableGrid } from '../../web/features/console-rules/table-grid.tsx';
import { StoredFile } from '../../web/features/console-uploads/stored-file.tsx';
import { ApiFailure } from '../../web/lib/api.ts';
import { FormField } from '../../web/ui/form-field.tsx';
import { ProgressBar } from '../../web/ui/progress-bar.tsx';
import { aJob, aLayerRecord, aRelease, BUDI, SITI, someFindings } from '../support/some-staff-work.ts';
import { CITY, nothing } from './city.ts';
import type { Specimen } from './specimen.ts';
import '../../web/ui/styles/console-frame.css';
import '../../web/ui/styles/console-states.css';
import '../../web/ui/styles/console-forms.css';
import '../../web/ui/styles/console-lists.css';
import '../../web/ui/styles/console-timeline.css';
import '../../web/features/console-releases/releases.css';
import '../../web/features/console-rules/rules.css';
import '../../web/features/console-uploads/uploads.css';

const MEMBER = {
  accountId: BUDI.accountId,
  name: BUDI.name,
  roles: ['walidata' as const],
  producerId: null,
  kelurahanCode: null,
  hasSecondFactor: true,
  isSecondFactorSet: true,
  isSecondFactorDemanded: true,
};
const inConsole = (children: ReactNode): ReactNode => (
  <ConsoleContext value={{ city: CITY, member: MEMBER, refresh: async () => undefined }}>
    {children}
  </ConsoleContext>
);
const NOW = Date.parse('2026-11-29T03:00:31Z');
const record = aLayerRecord();
const upload = {
  uploadId: 'u-1',
  fileName: 'rdtr-koreksi.gpkg',
  byteCount: 12_400_000,
  offset: 12_400_000,
  chunkBytes: 1_048_576,
  state: 'stored' as const,
  sha256: 'ab'.repeat(32),
  by: SITI,
  startedAt: '2026-11-29T02:40:00Z',
  storedAt: '2026-11-29T02:41:00Z',
  earlier: null,
};

const RULE_FINDING = {
  severity: 'error' as const,
  table: 'intensity',
  row: 1,
  column: 'value',
  code: 'numberUnreadable',
  text: '“delapan” bukan bilangan.',
};

export const CONSOLE_SPECIMENS: readonly Specimen[] = [
  {
    name: 'Console states',
    states: {
      loading: <Loading rows={2} />,
      empty: (
        <EmptyState title="Belum ada lapisan">
          <p>Lapisan adalah satu pokok dengan banyak versi.</p>
        </EmptyState>
      ),
      failed: <Failure error={new ApiFailure('offline')} onRetry={nothing} />,
    },
  },
  {
    name: 'Form field',
    states: {
      usual: (
        <FormField label="Nomor ketetapan" help="Seperti akan dikutip.">
          {(control) => <input {...control} type="text" defaultValue="CONTOH Nomor 4" />}
        </FormField>
      ),
      wrong: (
        <FormField label="Sistem koordinat" error="Tulis seperti EPSG:9490." optional="boleh kosong">
          {(control) => <input {...control} type="text" defaultValue="9490" />}
        </FormField>
      ),
    },
  },
  {
    name: 'Progress',
    states: {
      known: <ProgressBar label="Mengirim rdtr.gpkg" share={0.42} detail="5,2 MB dari 12,4 MB" />,
      'not known': <ProgressBar label="Menunggu giliran" share={null} />,
    },
  },
  {
    name: 'Job',
    states: {
      'at work': inConsole(<JobProgress job={aJob({ interruptions: 1 })} now={NOW} />),
      failed: inConsole(
        <JobProgress
          job={aJob({
            state: 'failed',
            endedAt: '2026-11-29T03:05:00Z',
            failure: {
              code: 'interrupted',
              text: { id: 'Terputus tiga kali.', en: 'Interrupted three times.' },
            },
          })}
          now={NOW}
        />,
      ),
    },
  },
  {
    name: 'State of a release',
    states: {
      all: (
        <p className="gallery-row">
          {(['draf', 'diperiksa', 'diajukan', 'disetujui', 'terbit', 'ditolak', 'ditarik'] as const).map(
            (state) => (
              <StateMark key={state} state={state} />
            ),
          )}
        </p>
      ),
      'on its way': <StateSteps state="diajukan" wasSubmitted />,
      rejected: <StateSteps state="ditolak" wasSubmitted />,
    },
  },
  {
    name: 'Release',
    states: {
      contents: inConsole(<ReleaseContents items={aRelease().items} />),
      'own steps': inConsole(
        <DecisionPanel release={aRelease({ findings: { blocks: 0, warns: 2 } })} onChanged={nothing} />,
      ),
      'four eyes': inConsole(
        <DecisionPanel
          release={aRelease({ state: 'diajukan', createdBy: BUDI, submittedBy: BUDI, steps: ['withdraw'] })}
          onChanged={nothing}
        />,
      ),
      history: inConsole(
        <ReleaseHistory
          release={aRelease({
            state: 'ditolak',
            submittedBy: SITI,
            submittedAt: '2026-11-29T03:20:00Z',
            decidedBy: BUDI,
            decidedAt: '2026-11-29T04:02:00Z',
            reason: 'Batas di blok A belum sesuai berita acara.',
          })}
        />,
      ),
    },
  },
  {
    name: 'Finding',
    states: {
      list: (
        <ul className="rows">
          {someFindings().findings.map((finding, index) => (
            <FindingLine
              key={finding.findingNo}
              finding={finding}
              isChosen={index === 1}
              onChoose={nothing}
            />
          ))}
        </ul>
      ),
    },
  },
  {
    name: 'Stored file',
    states: {
      usual: inConsole(<StoredFile upload={upload} onRemove={nothing} />),
      'the same again': inConsole(
        <StoredFile
          upload={{
            ...upload,
            earlier: {
              uploadId: 'u-0',
              fileName: 'rdtr.gpkg',
              storedAt: '2026-11-20T02:41:00Z',
              versions: [{ layerId: 'rdtr-contoh', versionId: '0123456789abcdef' }],
            },
          }}
          onRemove={nothing}
        />,
      ),
    },
  },
  {
    name: 'Layer record',
    states: {
      form: inConsole(<RecordForm record={record} onSaved={nothing} />),
      conflict: (
        <ConflictChoice
          contested={['title', 'licence']}
          mine={{ ...draftOf(record), title: 'RDTR kota contoh (koreksi)', licence: 'CC BY 4.0' }}
          theirs={{ ...draftOf(record), title: 'RDTR kota contoh 2026' }}
          onResolve={nothing}
          onGiveUp={nothing}
        />
      ),
    },
  },
  {
    name: 'Plan impact',
    states: {
      'verdicts and figures': (
        <PlanImpacts
          impact={{
            layerId: 'rdtr-contoh',
            title: 'RDTR kota contoh',
            beforeVersion: '0123456789abcdef',
            afterVersion: 'fedcba9876543210',
            rulesBefore: '0123456789abcdee',
            rulesAfter: '0123456789abcdee',
            zoneChange: { parcels: 14, areaM2: 18_240 },
            activities: [
              {
                activityId: 'rumah',
                name: 'Rumah tunggal',
                groupName: 'Hunian',
                flips: [{ from: 'I', to: 'X', parcels: 14, areaM2: 18_240 }],
              },
              {
                activityId: 'bengkel',
                name: 'Bengkel kendaraan',
                groupName: 'Jasa',
                flips: [{ from: 'T', to: 'T', parcels: null, areaM2: 18_240 }],
              },
            ],
            figures: [
              {
                measure: 'kdb',
                operator: 'max',
                direction: 'rises',
                isStricter: false,
                parcels: 14,
                areaM2: 18_240,
              },
            ],
          }}
        />
      ),
    },
  },
  {
    name: 'Rule table',
    states: {
      grid: (
        <TableGrid
          name="intensity"
          table={{
            columns: ['zone_code', 'measure', 'value'],
            rows: [
              ['R-3', 'kdb', '60'],
              ['K-1', 'kdb', 'delapan'],
            ],
          }}
          rows={[0, 1]}
          findings={[RULE_FINDING]}
          onEdit={nothing}
        />
      ),
      findings: <FindingList findings={[RULE_FINDING]} isChecking={false} onGo={nothing} />,
    },
  },
];
