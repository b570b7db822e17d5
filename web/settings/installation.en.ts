export const installationEn = {
  save: 'Save',
  notYours: 'Installation',
  notYoursTitle: 'This belongs to the whole installation',
  notYoursText: 'Whoever looks after it can see and change it. The first owner does, and can let others.',
  kept: 'Kept; type to replace it',
  again: 'Please type this again.',
  showTyped: 'Show what is typed',
  apiKey: 'API key',
  changed: 'Changed by {{name}}',
  somebody: 'somebody who has left',
  environment: {
    title: 'Set by the environment of the server',
    text: 'To change it here, remove these variables and start the server again: {{variables}}.',
  },
  weights: { fine: 'Works', warning: 'Look at this', blocking: 'Does not work' },
  failures: {
    'wrong-key': 'The key is not accepted. Copy it once more from your account there.',
    refused: 'The service answers, but refuses this. Check the address, the model and the voice.',
    busy: 'The service takes no more requests now. Is the account’s allowance used up?',
    'no-answer': 'The service does not answer. Check the address, and whether this server may reach it.',
  },
  carrier: {
    title: 'Telephone carrier',
    text: 'Who carries the calls of all clinics of this installation. The sandbox has telephones in the browser and needs no account.',
    sandbox: 'Sandbox',
    accountSid: 'Account SID',
    accountSidShape: 'AC and 32 digits or letters from a to f',
    authToken: 'Auth token',
    keyText:
      'Telephones in the browser need an API key of their own. Without one, staff can be reached on their own phones only.',
    apiKeySid: 'API key SID',
    apiKeySidShape: 'SK and 32 digits or letters from a to f',
    apiKeySecret: 'API key secret',
    running_one: 'One call is running. The carrier can be changed when it is over.',
    running_other: '{{count}} calls are running. The carrier can be changed when they are over.',
    test: 'Test the carrier',
    saved: 'The carrier is in force.',
    findings: 'What the test found',
    nowhere: 'nowhere',
    connect: 'Connect {{number}}',
  },
  findings: {
    'account-fine': 'Account and token fit.',
    'wrong-credentials':
      'Account SID and auth token do not fit. Copy both from the start page of the Twilio console.',
    'account-suspended': 'The account is not active ({{detail}}). Twilio’s console says why.',
    'account-on-trial': 'This is a trial account: it reaches only numbers that were verified with Twilio.',
    'carrier-unreachable': 'The carrier does not answer. May this server reach the internet?',
    'no-softphone-key': 'There is no API key: browsers cannot be telephones.',
    'wrong-softphone-key': 'API key SID and secret do not fit. Make a new key in the Twilio console.',
    'number-connected': '{{number}} rings here.',
    'number-missing': '{{number}} is not in this account. Buy it there or move it there first.',
    'number-elsewhere': 'Calls to {{number}} go elsewhere: {{detail}}',
    'address-fine': 'This server answers at {{detail}}.',
    'address-not-https':
      'The carrier must reach this server over https, but its address is {{detail}}. Set PUBLIC_URL.',
    'address-loopback':
      'The carrier cannot reach {{detail}}: that address exists in this network only. Set PUBLIC_URL to one on the internet.',
    'address-unreachable':
      'Nothing answers at {{detail}} when this server asks there. Check PUBLIC_URL, the proxy and the firewall.',
  },
  mail: {
    title: 'Mail server',
    text: 'Voicemail notices, invitations and password resets leave this way.',
    sandbox: 'Mailboxes of the sandbox',
    thisMachine: 'Server on this machine',
    smtp: 'Own mail server',
    host: 'Server',
    port: 'Port',
    security: 'Encryption',
    securities: {
      tls: 'TLS from the start',
      starttls: 'STARTTLS',
      none: 'Only if the server offers it',
    },
    user: 'User',
    password: 'Password',
    from: 'Sender',
    test: 'Send a test mail to {{address}}',
    saved: 'The mail server is in force.',
    sent: 'The server has taken the mail to {{address}}.',
    words: 'The server says:',
    failures: {
      'no-such-host': 'There is no server of this name.',
      refused: 'Nothing listens on this port there.',
      'no-answer': 'The server does not answer. Check the port and the firewall.',
      tls: 'The encryption does not fit: check the kind, the port and the server’s certificate.',
      login: 'User or password is wrong.',
      sender: 'The server does not let this sender through.',
      recipient: 'The server does not take mail to your address.',
      other: 'The server did not take the mail.',
    },
  },
  speech: {
    title: 'Speech',
    text: 'Who speaks the prompts of all clinics. A prompt is spoken once and kept; until it is ready, the carrier’s own voice says it, so that no caller waits.',
    none: 'The carrier’s voice',
    load: 'Load voices',
    loadFirst: 'Load the voices, then choose one for each language.',
    voice: { en: 'Voice for English', de: 'Voice for German' },
    noVoice: 'The carrier’s voice',
    listen: 'Listen',
    samples: {
      en: 'Thank you for calling. For billing, press 1.',
      de: 'Guten Tag und vielen Dank für Ihren Anruf. Für die Abrechnung drücken Sie die 1.',
    },
    saved: 'The speech settings are in force.',
  },
  transcription: {
    title: 'Transcription',
    text: 'Who writes voicemails down. The recording is sent to this service.',
    kind: 'Written down by',
    kinds: {
      carrier: 'The carrier',
      openai: 'A server like OpenAI’s',
      elevenlabs: 'ElevenLabs',
      none: 'Nobody',
    },
    url: 'Address',
    model: 'Model',
    test: 'Test the transcription',
    works: 'The service listens and answers.',
    saved: 'The transcription settings are in force.',
  },
  encryption: {
    title: 'Encryption key',
    text: 'Recordings, transcripts, files being imported and the secrets of these settings can be opened with this key only.',
    backup: 'Back it up',
    backupFile:
      'Keep a copy of {{file}} apart from the database. Without it nothing below can ever be opened again.',
    backupEnvironment:
      'Keep a copy of ENCRYPTION_KEY apart from the database. Without it nothing below can ever be opened again.',
    source: 'Kept in',
    environment: 'The environment (ENCRYPTION_KEY)',
    fingerprint: 'Fingerprint',
    sealed: {
      recordings: 'Sealed recordings',
      transcripts: 'Sealed transcripts',
      settings: 'Sealed settings',
    },
    since: 'In use since',
    change: {
      title: 'Change the key',
      text: 'A new key takes the place of this one, and everything is sealed with it while calls and messages go on. Nobody is signed out; links that were sent and notifications go on working.',
      copy: 'The file then holds another key: renew your copy of it.',
      begin: 'Change the key',
      make: 'Make a key:',
      set: 'On every machine, set ENCRYPTION_KEY to the new key and ENCRYPTION_KEYS_FORMER to the present one. Restart the processes one after the other.',
      itself:
        'As soon as every process has both keys, the change begins by itself. This page shows how far it is, and when the former key is no longer needed.',
      waiting: '{{ready}} of {{processes}} processes are ready',
      waitingFile:
        'The new key {{fingerprint}} is in the file. Until every process has it, things are sealed with the present one. On a machine with a file of its own, copy the file there.',
      waitingEnvironment:
        'The new key is {{fingerprint}}. Until every process has both keys, things are sealed with the present one. Restart those that do not have the new key yet.',
      counting: 'Counting what is sealed with the former key …',
      resealing: '{{done}} of {{total}} sealed with the new key. You can go on working.',
      unopened_one: 'One thing did not open',
      unopened_other: '{{count}} things did not open',
      unopenedText:
        'It is sealed with a key that this installation does not have, from a copy of another database perhaps, and was left as it is.',
    },
    former: {
      title_one: 'Former key',
      title_other: 'Former keys',
      until: 'in use until',
      text_one:
        'Nothing is sealed with it any more. Copies of the database from before the change still open with it only: keep it with them. Then it can go from the file.',
      text_other:
        'Nothing is sealed with them any more. Copies of the database from before the change still open with them only: keep them there. Then they can go from the file.',
      textEnvironment_one:
        'Nothing is sealed with it any more: take it out of ENCRYPTION_KEYS_FORMER. Copies of the database from before the change still open with it only: keep it with them.',
      textEnvironment_other:
        'Nothing is sealed with them any more: take them out of ENCRYPTION_KEYS_FORMER. Copies of the database from before the change still open with them only: keep them there.',
      discard_one: 'Throw the former key away',
      discard_other: 'Throw the former keys away',
      lost: 'Copies of the database from before the change cannot be read again without it. Have you kept one with them?',
      sure: 'Throw away',
      keep: 'Keep it',
      done_one: 'The former key is gone.',
      done_other: 'The former keys are gone.',
    },
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    installation: typeof installationEn;
  }
}
