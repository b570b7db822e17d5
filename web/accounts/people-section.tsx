import classes from './access.module.css';
import { InvitationsPanel } from './invitations-panel.tsx';
import { MembersPanel } from './members-panel.tsx';
import { PhoneStaffPanel } from './phone-staff-panel.tsx';
import { TwoFactorRule } from './two-factor-rule.tsx';

/** Who may come in, who is asked to, and how they prove it. */
export const PeopleSection = () => (
  <div className={classes.sections}>
    <MembersPanel />
    <InvitationsPanel />
    <PhoneStaffPanel />
    <TwoFactorRule />
  </div>
);
