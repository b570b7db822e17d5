export const wordsEn = {
  over: {
    title: 'This link does not work any more',
    text: 'Links in our messages end after a while. Write or call us, and we will send you a new one.',
  },
  away: {
    title: 'This page cannot be shown right now',
    text: 'Look whether you are online, then try again.',
    again: 'Try again',
  },
  failed: 'That did not work. Nothing was changed. Please try again.',
  unsubscribe: {
    titles: {
      marketing: 'News and offers from {clinic}',
      appointment: 'Reminders of appointments from {clinic}',
      care: 'Messages about your care from {clinic}',
      billing: 'Messages about bills from {clinic}',
      feedback: 'Questions about your visit from {clinic}',
      all: 'Messages from {clinic}',
    },
    ask: 'Shall we stop sending you these by {channel}?',
    askAll: 'Shall we stop writing to you by {channel}?',
    careful: 'You would then not be reminded of your appointments by {channel} either.',
    kind: 'Unsubscribe',
    all: 'Stop everything by {channel}',
    doneKind: 'Done. You will not receive these by {channel} any more.',
    doneAll: 'Done. You will receive nothing from us by {channel} any more.',
    takeBack: 'Undo',
    takenBack: 'You receive these messages again.',
    otherwise: 'You have told us this already. Call us if you want these messages again.',
  },
  channels: {
    sms: 'text message',
    email: 'e-mail',
    call: 'telephone',
    'in-app': 'patient page',
    push: 'notification',
  },
};
