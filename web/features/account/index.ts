export { AccountScreen } from './account-screen.tsx';
export { AuditScreen } from './audit-screen.tsx';
export { InvitationScreen } from './invitation-screen.tsx';
export { PeopleScreen } from './people-screen.tsx';
export { SecondFactorScreen } from './second-factor-screen.tsx';
export { SignInScreen } from './sign-in-screen.tsx';
