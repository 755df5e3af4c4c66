import type { Action } from '#domain/accounts/rights';
import { SUBJECT_KINDS, SUBJECTS } from '#domain/field-round/subject-kind';
import type { Text } from '#domain/language';
import type { ConsolePlace } from '../features/console-frame/index.ts';
import { type Later, later } from '../lib/later.ts';

/** What a screen is given: the names in its address. */
export interface ScreenProps {
  readonly params: Readonly<Record<string, string>>;
}

/** One address of the console. */
export interface ConsoleRoute {
  /** `/konsol/lapisan/:layerId`: parts with a colon are names. */
  readonly path: string;
  /** `open`: nobody has to be signed in, as for signing in itself. */
  readonly access: 'open' | 'signedIn';
  /** The place of the rail that it belongs to; null for none. */
  readonly place: string | null;
  readonly screen: Later<ScreenProps>;
}

/** A place that the rail offers. */
const place = (
  id: string,
  href: string,
  icon: ConsolePlace['icon'],
  name: Text,
  ...actions: readonly Action[]
): ConsolePlace => ({ id, href, icon, name, actions });

/** The places of the rail, in their order. */
export const CONSOLE_PLACES: readonly ConsolePlace[] = [
  place('pekerjaan', '/konsol', 'work', { id: 'Rilis', en: 'Releases' }, 'layer.read'),
  place(
    'permohonan',
    '/konsol/permohonan',
    'send',
    { id: 'Permohonan', en: 'Applications' },
    'application.read',
  ),
  place('laporan', '/konsol/laporan', 'warning', { id: 'Laporan', en: 'Reports' }, 'report.read'),
  place('layanan', '/konsol/layanan', 'time', { id: 'Layanan', en: 'Service' }, 'service.configure'),
  place(
    'lapangan',
    '/konsol/lapangan',
    'pin',
    { id: 'Lapangan', en: 'On site' },
    ...SUBJECT_KINDS.map((kind) => SUBJECTS[kind].workAction),
  ),
  place('dokumen', '/konsol/dokumen', 'draft', { id: 'Dokumen', en: 'Documents' }, 'application.read'),
  place('lapisan', '/konsol/lapisan', 'layers', { id: 'Lapisan', en: 'Layers' }, 'layer.read'),
  place('aturan', '/konsol/aturan', 'rules', { id: 'Aturan', en: 'Rules' }, 'layer.read'),
  place(
    'keliru',
    '/konsol/keliru',
    'correction',
    { id: 'Data keliru', en: 'Wrong data' },
    'correction.answer',
  ),
  place('instansi', '/konsol/instansi', 'office', { id: 'Instansi', en: 'Agencies' }, 'producer.keep'),
  place(
    'data-pribadi',
    '/konsol/data-pribadi',
    'lock',
    { id: 'Data pribadi', en: 'Personal data' },
    'person.read',
  ),
  place('orang', '/konsol/orang', 'people', { id: 'Orang', en: 'People' }, 'people.manage'),
  place('audit', '/konsol/audit', 'log', { id: 'Catatan', en: 'Audit log' }, 'audit.read'),
];

const releases = () => import('../features/console-releases/index.ts');
const layers = () => import('../features/console-layers/index.ts');
const producers = () => import('../features/console-producers/index.ts');
const rules = () => import('../features/console-rules/index.ts');
const account = () => import('../features/account/index.ts');
const applications = () => import('../features/console-applications/index.ts');
const cases = () => import('../features/console-cases/index.ts');
const service = () => import('../features/console-service/index.ts');
const field = () => import('../features/console-field/index.ts');
const documents = () => import('../features/console-documents/index.ts');
const uploads = () => import('../features/console-uploads/index.ts');
const personal = () => import('../features/console-personal/index.ts');
const corrections = () => import('../features/console-corrections/index.ts');

/** Every address of the console. The first that fits is shown; all screens of a feature come together. */
export const CONSOLE_ROUTES: readonly ConsoleRoute[] = [
  {
    path: '/konsol',
    access: 'signedIn',
    place: 'pekerjaan',
    screen: later(async () => (await releases()).WorkScreen),
  },
  {
    path: '/konsol/rilis/:releaseId',
    access: 'signedIn',
    place: 'pekerjaan',
    screen: later(async () => (await releases()).ReleaseScreen),
  },
  {
    path: '/konsol/unggah',
    access: 'signedIn',
    place: 'pekerjaan',
    screen: later(async () => (await uploads()).UploadScreen),
  },
  {
    path: '/konsol/permohonan',
    access: 'signedIn',
    place: 'permohonan',
    screen: later(async () => (await applications()).QueueScreen),
  },
  {
    path: '/konsol/permohonan/:applicationId',
    access: 'signedIn',
    place: 'permohonan',
    screen: later(async () => (await applications()).ApplicationScreen),
  },
  {
    path: '/konsol/laporan',
    access: 'signedIn',
    place: 'laporan',
    screen: later(async () => (await cases()).QueueScreen),
  },
  {
    path: '/konsol/laporan/lahp',
    access: 'signedIn',
    place: 'laporan',
    screen: later(async () => (await cases()).LahpScreen),
  },
  {
    path: '/konsol/laporan/:caseId',
    access: 'signedIn',
    place: 'laporan',
    screen: later(async () => (await cases()).CaseScreen),
  },
  {
    path: '/konsol/layanan',
    access: 'signedIn',
    place: 'layanan',
    screen: later(async () => (await service()).SettingsScreen),
  },
  {
    path: '/konsol/layanan/laporan',
    access: 'signedIn',
    place: 'layanan',
    screen: later(async () => (await service()).CaseSettingsScreen),
  },
  {
    path: '/konsol/layanan/libur',
    access: 'signedIn',
    place: 'layanan',
    screen: later(async () => (await service()).HolidaysScreen),
  },
  {
    path: '/konsol/lapangan',
    access: 'signedIn',
    place: 'lapangan',
    screen: later(async () => (await field()).RoundListScreen),
  },
  {
    path: '/konsol/lapangan/:segment/:roundId',
    access: 'signedIn',
    place: 'lapangan',
    screen: later(async () => (await field()).RoundScreen),
  },
  {
    path: '/konsol/dokumen',
    access: 'signedIn',
    place: 'dokumen',
    screen: later(async () => (await documents()).ChangedDocumentsScreen),
  },
  {
    path: '/konsol/dokumen/nomor',
    access: 'signedIn',
    place: 'dokumen',
    screen: later(async () => (await documents()).NumbersScreen),
  },
  {
    path: '/konsol/lapisan',
    access: 'signedIn',
    place: 'lapisan',
    screen: later(async () => (await layers()).LayerListScreen),
  },
  {
    path: '/konsol/lapisan/baru',
    access: 'signedIn',
    place: 'lapisan',
    screen: later(async () => (await layers()).NewLayerScreen),
  },
  {
    path: '/konsol/lapisan/:layerId',
    access: 'signedIn',
    place: 'lapisan',
    screen: later(async () => (await layers()).LayerScreen),
  },
  {
    path: '/konsol/aturan',
    access: 'signedIn',
    place: 'aturan',
    screen: later(async () => (await rules()).RulesListScreen),
  },
  {
    path: '/konsol/aturan/:layerId',
    access: 'signedIn',
    place: 'aturan',
    screen: later(async () => (await rules()).RulesScreen),
  },
  {
    path: '/konsol/keliru',
    access: 'signedIn',
    place: 'keliru',
    screen: later(async () => (await corrections()).CaseListScreen),
  },
  {
    path: '/konsol/keliru/:correctionId',
    access: 'signedIn',
    place: 'keliru',
    screen: later(async () => (await corrections()).CaseScreen),
  },
  {
    path: '/konsol/masuk',
    access: 'open',
    place: null,
    screen: later(async () => (await account()).SignInScreen),
  },
  {
    path: '/konsol/undangan',
    access: 'open',
    place: null,
    screen: later(async () => (await account()).InvitationScreen),
  },
  {
    path: '/konsol/akun',
    access: 'signedIn',
    place: null,
    screen: later(async () => (await account()).AccountScreen),
  },
  {
    path: '/konsol/akun/dua-langkah',
    access: 'signedIn',
    place: null,
    screen: later(async () => (await account()).SecondFactorScreen),
  },
  {
    path: '/konsol/instansi',
    access: 'signedIn',
    place: 'instansi',
    screen: later(async () => (await producers()).ProducersScreen),
  },
  {
    path: '/konsol/data-pribadi',
    access: 'signedIn',
    place: 'data-pribadi',
    screen: later(async () => (await personal()).PersonalDataScreen),
  },
  {
    path: '/konsol/orang',
    access: 'signedIn',
    place: 'orang',
    screen: later(async () => (await account()).PeopleScreen),
  },
  {
    path: '/konsol/audit',
    access: 'signedIn',
    place: 'audit',
    screen: later(async () => (await account()).AuditScreen),
  },
];
