export const appointmentsEn = {
  today: "Today's appointments",
  none: 'No appointments today',
  noneText: 'Today’s appointments appear here, from the calendar and from the practice system.',
  earlier_one: '{{count}} earlier appointment',
  earlier_other: '{{count}} earlier appointments',
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
