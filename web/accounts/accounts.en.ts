export const accountsEn = {
  signIn: {
    title: 'Sign in',
    text: 'to answer the telephones of your clinic',
    email: 'E-mail',
    password: 'Password',
    showPassword: 'Show password',
    action: 'Sign in',
    wrong: 'E-mail or password is wrong.',
    forgotten: 'Forgotten your password?',
  },
  code: {
    title: 'Second factor',
    text: 'Your authenticator app shows six digits. Without your telephone, use one of your backup codes.',
    label: 'Six digits, or a backup code',
    wrong: 'This code is wrong, or it was used before.',
    back: 'Back to the password',
  },
  roles: { owner: 'Owner', manager: 'Manager', receptionist: 'Receptionist', readonly: 'Read-only' },
  noClinic: {
    title: 'Your account belongs to no clinic yet',
    text: 'Ask an owner of the clinic to add you.',
  },
  menu: 'Your account',
  myAccount: 'My account',
  signOut: 'Sign out',
  switchClinic: 'Clinic',
  switchWhileCalling: 'You can change the clinic when your call has ended.',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    accounts: typeof accountsEn;
  }
}
