export { HolidaysScreen } from './holidays-screen.tsx';
export { SettingsScreen } from './settings-screen.tsx';
