export { CaseSettingsScreen } from './case-settings-screen.tsx';
export { HolidaysScreen } from './holidays-screen.tsx';
export { SettingsScreen } from './settings-screen.tsx';
