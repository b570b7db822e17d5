export const voicemailEn = {
  title: 'Voicemail',
  one: 'Message',
  from: 'Message from {{name}}',
  anonymous: 'Number withheld',
  todo: 'To do',
  nothingToDo: 'Nothing left to do',
  nothingToDoText: 'New messages appear here. You can play them, call back and tick them off.',
  scope: 'Which messages',
  scopes: { todo: 'To do', done: 'Done', all: 'All' },
  none: { todo: 'Nothing left to do', done: 'No message is done yet', all: 'No messages yet' },
  noneText: 'When nobody can take a call, callers leave a message here.',
  department: 'Department',
  anyDepartment: 'All departments',
  statuses: { new: 'New', heard: 'Heard', done: 'Done' },
  transcription: {
    pending: 'The text is being written.',
    done: 'No words were recognised.',
    failed: 'The text could not be written. Please listen.',
  },
  audio: {
    pending: 'The recording is on its way.',
    failed: 'The recording could not be loaded.',
  },
  play: 'Play',
  pause: 'Pause',
  position: 'Position',
  speed: 'Speed {{speed}}×',
  callBack: 'Call back',
  done: 'Done',
  doneNotice: '{{name}}: done.',
  more: 'More actions',
  openCall: 'Open the call',
  markHeard: 'Mark as heard',
  reopen: 'Put back to do',
  assign: 'Assign to',
  assignMe: 'Me ({{name}})',
  assignNobody: 'Nobody',
  delete: 'Delete',
  deleteQuestion: 'Delete the message from {{name}} for good?',
  deleteNow: 'Delete',
  keep: 'Keep',
  all: 'All messages',
  backToAll: 'All messages',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    voicemail: typeof voicemailEn;
  }
}
