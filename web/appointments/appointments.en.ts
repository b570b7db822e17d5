export const appointmentsEn = {
  today: "Today's appointments",
  none: 'No appointments today',
  noneText: 'Appointments of the practice system appear here.',
  earlier_one: '{{count}} earlier',
  earlier_other: '{{count}} earlier',
  statuses: {
    booked: 'Unconfirmed',
    confirmed: 'Confirmed',
    'checked-in': 'Here',
    completed: 'Done',
    'no-show': 'Did not come',
    cancelled: 'Cancelled',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    appointments: typeof appointmentsEn;
  }
}
