export const accountsEn = {
  signIn: {
    title: 'Sign in',
    text: 'to answer the telephones of your clinic',
    email: 'E-mail',
    password: 'Password',
    showPassword: 'Show password',
    action: 'Sign in',
    wrong: 'E-mail or password is wrong.',
  },
  roles: { owner: 'Owner', manager: 'Manager', receptionist: 'Receptionist', readonly: 'Read-only' },
  noClinic: {
    title: 'Your account belongs to no clinic yet',
    text: 'Ask an owner of the clinic to add you.',
  },
  menu: 'Your account',
  signOut: 'Sign out',
  switchClinic: 'Clinic',
  switchWhileCalling: 'You can change the clinic when your call has ended.',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    accounts: typeof accountsEn;
  }
}
