import type { Words } from '../ui/words.ts';
import type { installationEn } from './installation.en.ts';

export const installationDe: Words<typeof installationEn> = {
  notYours: 'Installation',
  notYoursTitle: 'Das betrifft die ganze Installation',
  notYoursText:
    'Sehen und ändern kann es, wer die Installation betreut: anfangs die erste Inhaberin oder der erste Inhaber, später alle, denen es erlaubt wird.',
  save: 'Speichern',
  kept: 'Bleibt; zum Ersetzen eintippen',
  again: 'Bitte geben Sie das noch einmal ein.',
  showTyped: 'Eingabe anzeigen',
  apiKey: 'API-Schlüssel',
  changed: 'Geändert von {{name}}',
  somebody: 'jemandem, der nicht mehr da ist',
  environment: {
    title: 'Durch die Umgebung des Servers festgelegt',
    text: 'Um es hier zu ändern, entfernen Sie diese Variablen und starten Sie den Server neu: {{variables}}.',
  },
  weights: { fine: 'In Ordnung', warning: 'Bitte ansehen', blocking: 'Funktioniert nicht' },
  failures: {
    'wrong-key': 'Der Schlüssel wird nicht angenommen. Kopieren Sie ihn noch einmal aus Ihrem Konto dort.',
    refused: 'Der Dienst antwortet, lehnt dies aber ab. Prüfen Sie Adresse, Modell und Stimme.',
    busy: 'Der Dienst nimmt zurzeit nichts mehr an. Ist das Kontingent des Kontos verbraucht?',
    'no-answer':
      'Der Dienst antwortet nicht. Prüfen Sie die Adresse und ob dieser Server ihn erreichen darf.',
  },
  carrier: {
    title: 'Telefonanbieter',
    text: 'Wer die Anrufe aller Praxen dieser Installation überträgt. Die Testumgebung hat Telefone im Browser und braucht kein Konto.',
    sandbox: 'Testumgebung',
    accountSid: 'Konto-SID',
    accountSidShape: 'AC und 32 Ziffern oder Buchstaben von a bis f',
    authToken: 'Auth-Token',
    keyText:
      'Telefone im Browser brauchen einen eigenen API-Schlüssel. Ohne ihn ist das Team nur auf eigenen Telefonen erreichbar.',
    apiKeySid: 'SID des API-Schlüssels',
    apiKeySidShape: 'SK und 32 Ziffern oder Buchstaben von a bis f',
    apiKeySecret: 'Geheimnis des API-Schlüssels',
    running_one: 'Es läuft ein Anruf. Danach lässt sich der Anbieter wechseln.',
    running_other: 'Es laufen {{count}} Anrufe. Danach lässt sich der Anbieter wechseln.',
    test: 'Anbieter prüfen',
    saved: 'Der Anbieter gilt ab jetzt.',
    findings: 'Ergebnis der Prüfung',
    nowhere: 'nirgendwohin',
    connect: '{{number}} verbinden',
  },
  findings: {
    'account-fine': 'Konto und Token passen zusammen.',
    'wrong-credentials':
      'Konto-SID und Auth-Token passen nicht zusammen. Kopieren Sie beide von der Startseite der Twilio-Konsole.',
    'account-suspended': 'Das Konto ist nicht aktiv ({{detail}}). Den Grund nennt die Twilio-Konsole.',
    'account-on-trial': 'Dies ist ein Probekonto: Es erreicht nur Nummern, die bei Twilio bestätigt wurden.',
    'carrier-unreachable': 'Der Anbieter antwortet nicht. Darf dieser Server ins Internet?',
    'no-softphone-key': 'Es gibt keinen API-Schlüssel: Browser können keine Telefone sein.',
    'wrong-softphone-key':
      'SID und Geheimnis des API-Schlüssels passen nicht zusammen. Erstellen Sie in der Twilio-Konsole einen neuen.',
    'number-connected': '{{number}} klingelt hier.',
    'number-missing':
      '{{number}} gehört nicht zu diesem Konto. Kaufen oder übertragen Sie sie zuerst dorthin.',
    'number-elsewhere': 'Anrufe an {{number}} gehen woandershin: {{detail}}',
    'address-fine': 'Dieser Server antwortet unter {{detail}}.',
    'address-not-https':
      'Der Anbieter muss diesen Server über https erreichen, seine Adresse ist aber {{detail}}. Setzen Sie PUBLIC_URL.',
    'address-loopback':
      'Der Anbieter kann {{detail}} nicht erreichen: Diese Adresse gibt es nur in diesem Netz. Setzen Sie PUBLIC_URL auf eine im Internet.',
    'address-unreachable':
      'Unter {{detail}} antwortet nichts, wenn dieser Server dort anfragt. Prüfen Sie PUBLIC_URL, Proxy und Firewall.',
  },
  mail: {
    title: 'Mailserver',
    text: 'Hinweise auf Mailbox-Nachrichten, Einladungen und neue Passwörter gehen diesen Weg.',
    sandbox: 'Postfächer der Testumgebung',
    thisMachine: 'Server auf diesem Rechner',
    smtp: 'Eigener Mailserver',
    host: 'Servername',
    port: 'Anschluss (Port)',
    security: 'Verschlüsselung',
    securities: {
      tls: 'TLS von Anfang an',
      starttls: 'Mit STARTTLS',
      none: 'Nur wenn der Server sie anbietet',
    },
    user: 'Benutzer',
    password: 'Passwort',
    from: 'Absender',
    test: 'Test-E-Mail an {{address}} senden',
    saved: 'Der Mailserver gilt ab jetzt.',
    sent: 'Der Server hat die E-Mail an {{address}} angenommen.',
    words: 'Der Server sagt:',
    failures: {
      'no-such-host': 'Einen Server mit diesem Namen gibt es nicht.',
      refused: 'An diesem Anschluss hört dort niemand zu.',
      'no-answer': 'Der Server antwortet nicht. Prüfen Sie Port und Firewall.',
      tls: 'Die Verschlüsselung passt nicht: Prüfen Sie Art, Port und das Zertifikat des Servers.',
      login: 'Benutzer oder Passwort ist falsch.',
      sender: 'Der Server lässt diesen Absender nicht zu.',
      recipient: 'Der Server nimmt keine E-Mails an Ihre Adresse an.',
      other: 'Der Server hat die E-Mail nicht angenommen.',
    },
  },
  speech: {
    title: 'Sprachausgabe',
    text: 'Wer die Ansagen aller Praxen spricht. Eine Ansage wird einmal gesprochen und aufbewahrt; bis sie fertig ist, spricht die Stimme des Anbieters, damit niemand warten muss.',
    none: 'Stimme des Anbieters',
    load: 'Stimmen laden',
    loadFirst: 'Laden Sie die Stimmen und wählen Sie dann für jede Sprache eine aus.',
    voice: { en: 'Stimme für Englisch', de: 'Stimme für Deutsch' },
    noVoice: 'Stimme des Anbieters',
    listen: 'Anhören',
    samples: {
      en: 'Thank you for calling, and welcome. For billing, press 1.',
      de: 'Vielen Dank für Ihren Anruf. Für die Abrechnung drücken Sie die 1.',
    },
    saved: 'Die Sprachausgabe gilt ab jetzt.',
  },
  transcription: {
    title: 'Verschriftung',
    text: 'Wer Mailbox-Nachrichten aufschreibt. Die Aufnahme wird an diesen Dienst gesendet.',
    kind: 'Aufgeschrieben von',
    kinds: {
      carrier: 'dem Telefonanbieter',
      openai: 'einem Server wie dem von OpenAI',
      elevenlabs: 'dem Dienst ElevenLabs',
      none: 'niemandem',
    },
    url: 'Adresse',
    model: 'Modell',
    test: 'Verschriftung prüfen',
    works: 'Der Dienst hört zu und antwortet.',
    saved: 'Die Verschriftung gilt ab jetzt.',
  },
  encryption: {
    title: 'Schlüssel',
    text: 'Aufnahmen, Verschriftungen, Dateien im Import und die Geheimnisse dieser Einstellungen lassen sich nur mit diesem Schlüssel öffnen.',
    backup: 'Bitte sichern',
    backupFile:
      'Bewahren Sie eine Kopie von {{file}} getrennt von der Datenbank auf. Ohne sie lässt sich nichts davon je wieder öffnen.',
    backupEnvironment:
      'Bewahren Sie eine Kopie von ENCRYPTION_KEY getrennt von der Datenbank auf. Ohne sie lässt sich nichts davon je wieder öffnen.',
    source: 'Aufbewahrt in',
    environment: 'der Umgebung (ENCRYPTION_KEY)',
    fingerprint: 'Fingerabdruck',
    sealed: {
      recordings: 'Versiegelte Aufnahmen',
      transcripts: 'Versiegelte Verschriftungen',
      settings: 'Versiegelte Einstellungen',
    },
    since: 'In Gebrauch seit',
    change: {
      title: 'Schlüssel wechseln',
      text: 'Ein neuer Schlüssel ersetzt diesen, und alles wird damit versiegelt, während Anrufe und Nachrichten weitergehen. Niemand wird abgemeldet; verschickte Links und Benachrichtigungen bleiben gültig.',
      copy: 'In der Datei steht danach ein anderer Schlüssel: Erneuern Sie Ihre Kopie.',
      begin: 'Schlüssel wechseln',
      make: 'Erzeugen Sie einen Schlüssel:',
      set: 'Setzen Sie auf jedem Rechner ENCRYPTION_KEY auf den neuen und ENCRYPTION_KEYS_FORMER auf den jetzigen Schlüssel. Starten Sie die Prozesse nacheinander neu.',
      itself:
        'Sobald jeder Prozess beide Schlüssel hat, beginnt der Wechsel von selbst. Diese Seite zeigt, wie weit er ist und wann der frühere Schlüssel nicht mehr gebraucht wird.',
      waiting: '{{ready}} von {{processes}} Prozessen sind bereit',
      waitingFile:
        'Der neue Schlüssel {{fingerprint}} steht in der Datei. Bis jeder Prozess ihn hat, wird mit dem jetzigen versiegelt. Kopieren Sie die Datei auf Rechner, die eine eigene haben.',
      waitingEnvironment:
        'Der neue Schlüssel ist {{fingerprint}}. Bis jeder Prozess beide Schlüssel hat, wird mit dem jetzigen versiegelt. Starten Sie die Prozesse neu, die den neuen noch nicht haben.',
      counting: 'Es wird gezählt, was mit dem früheren Schlüssel versiegelt ist …',
      resealing: '{{done}} von {{total}} mit dem neuen Schlüssel versiegelt. Sie können weiterarbeiten.',
      unopened_one: 'Ein Inhalt ließ sich nicht öffnen',
      unopened_other: '{{count}} Inhalte ließen sich nicht öffnen',
      unopenedText:
        'Versiegelt mit einem Schlüssel, den diese Installation nicht hat, vielleicht aus der Kopie einer anderen Datenbank. Es blieb, wie es war.',
    },
    former: {
      title_one: 'Früherer Schlüssel',
      title_other: 'Frühere Schlüssel',
      until: 'in Gebrauch bis',
      text_one:
        'Damit ist nichts mehr versiegelt. Kopien der Datenbank aus der Zeit vor dem Wechsel lassen sich weiterhin nur damit öffnen: Bewahren Sie ihn zusammen mit ihnen auf. Danach kann er aus der Datei entfernt werden.',
      text_other:
        'Damit ist nichts mehr versiegelt. Kopien der Datenbank aus der Zeit vor dem Wechsel lassen sich weiterhin nur damit öffnen: Bewahren Sie sie dort auf. Danach können sie aus der Datei entfernt werden.',
      textEnvironment_one:
        'Damit ist nichts mehr versiegelt: Nehmen Sie ihn aus ENCRYPTION_KEYS_FORMER heraus. Kopien der Datenbank aus der Zeit vor dem Wechsel lassen sich weiterhin nur damit öffnen: Bewahren Sie ihn zusammen mit ihnen auf.',
      textEnvironment_other:
        'Damit ist nichts mehr versiegelt: Nehmen Sie sie aus ENCRYPTION_KEYS_FORMER heraus. Kopien der Datenbank aus der Zeit vor dem Wechsel lassen sich weiterhin nur damit öffnen: Bewahren Sie sie dort auf.',
      discard_one: 'Früheren Schlüssel entfernen',
      discard_other: 'Frühere Schlüssel entfernen',
      lost: 'Kopien der Datenbank aus der Zeit vor dem Wechsel lassen sich ohne ihn nie wieder lesen. Haben Sie ihn zusammen mit diesen Kopien aufbewahrt?',
      sure: 'Entfernen',
      keep: 'Behalten',
      done_one: 'Der frühere Schlüssel ist entfernt.',
      done_other: 'Die früheren Schlüssel sind entfernt.',
    },
  },
};
