import classes from './access.module.css';
import { EmailPanel } from './email-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { TwoFactorPanel } from './two-factor-panel.tsx';

/** What belongs to the person who is signed in, in whichever clinic. */
export const AccountSection = () => (
  <div className={classes.sections}>
    <ProfilePanel />
    <TwoFactorPanel />
    <SessionsPanel />
    <PasswordPanel />
    <EmailPanel />
  </div>
);
