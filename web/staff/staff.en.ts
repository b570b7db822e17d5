export const staffEn = {
  title: 'Team',
  availability: {
    name: 'Available for calls',
    on: 'Available',
    off: 'Not available',
    onHint: 'Calls ring here. Switch off for a break.',
    offHint: 'No calls ring here. Switch on to take calls.',
  },
  states: {
    online: 'Free',
    'by-phone': 'By phone',
    ringing: 'Ringing',
    busy: 'In a call',
    'switched-off': 'Away',
    offline: 'Offline',
  },
  empty: 'Nobody takes calls in this clinic yet.',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    staff: typeof staffEn;
  }
}
