/** Words for the codes of src/platform/errors.ts; by status where the code is newer than this page. */
export const problemsEn = {
  unreachable: 'The server cannot be reached. Nothing was changed.',
  unknown: 'That did not work. Nothing was changed.',
  invalid: 'Something in this is not right. Nothing was changed.',
  forbidden: 'Your role does not allow this. Ask an owner or manager of the clinic.',
  'not-found': 'This is not here (any more).',
  'no-answer-calls': 'This account takes no calls in this clinic.',
  'gone-on': 'They do not stand there any more. What you see is now up to date; nothing was done.',
  'done-meanwhile': 'Somebody else has done this already. What you see is now up to date.',
  'instance-over': 'It is over already. What you see is now up to date; nothing was done.',
  'workflow-paused': 'The workflow is paused: nobody goes on until it is resumed.',
  'appointment-over': 'This visit has begun, is over or was cancelled. Nothing was changed.',
  'too-early': 'It is too early for this: the appointment has not come yet. Nothing was changed.',
  'name-taken': 'There is one of this name already. Choose another name.',
  'no-address': 'This person has no number or address for this. Nothing was sent.',
  'not-online': 'Your telephone is not connected. Look at the bottom right.',
  busy: 'That person is in another call.',
  'call-over': 'This call is over, or it is no longer yours.',
  'draft-faulty': 'Something has to be put right first. Nothing was published.',
  conflict: 'Somebody else was quicker. What you see is now up to date.',
  'wrong-password': 'The password is wrong. Nothing was changed.',
  'wrong-code': 'This code is wrong, or it was used before.',
  'link-over': 'This link was used already, or it is too old.',
  'last-owner': 'A clinic needs an owner. Make somebody else an owner first.',
  'two-factor-needed': 'This clinic asks everybody for a second factor. Set yours up first.',
  'carrier-refused': 'The telephone carrier refused this. Nothing was changed.',
  'carrier-unreachable':
    'The telephone carrier does not answer. Look whether it happened before you try again.',
  'set-by-environment': 'The environment of the server decides this. Nothing was changed.',
  'calls-running': 'Calls are running. Nothing was changed; try again when they are over.',
  'carrier-not-ready': 'With these settings no call would come in. Nothing was changed.',
  'speech-failed': 'The speech service did not speak this. Try again in a moment.',
  'http-403': 'Your role does not allow this. Ask an owner or manager of the clinic.',
  'http-404': 'This is not here (any more).',
  'http-409': 'Somebody else was quicker. What you see is now up to date.',
  'http-429': 'Too many attempts. Wait a minute, then try again.',
  'http-500': 'The server had a problem. Look whether it happened before you try again.',
  'http-503': 'The server is starting or busy. Try again in a few seconds.',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    problems: typeof problemsEn;
  }
}
