/** One request of the API, for the guide: method and path, what it does, an example body. */
type Entry = readonly [request: string, does: string, example?: string];

const HANDSETS: readonly Entry[] = [
  ['GET /handsets', 'All handsets with their state, call, what was heard, unread messages.'],
  ['GET /handsets/:number', 'One handset.'],
  [
    'PUT /handsets/:number',
    'Makes or changes a handset. All fields may be left out.',
    '{"name":"Dana Hill","role":"patient","clinic":"Lakeview","language":"en","email":"dana@example.com"}',
  ],
  ['DELETE /handsets/:number', 'Hangs up and removes the handset.'],
  [
    'POST /handsets/:number/dial',
    'Calls a number of the account. 201 with the callSid. An unknown handset is made on the fly.',
    '{"to":"+13125550100","forwardedFrom":"+13125550199"}',
  ],
  ['POST /handsets/:number/answer', 'Picks up the ringing call.', '{}'],
  ['POST /handsets/:number/decline', 'Rejects it: the caller finds the line busy.', '{}'],
  ['POST /handsets/:number/hangup', 'Puts the receiver down.', '{}'],
  [
    'POST /handsets/:number/keys',
    'Presses keys. 204, or {"heard":false} when nothing on the line listened.',
    '{"digits":"1"}',
  ],
  [
    'POST /handsets/:number/say',
    'Speaks: what the recogniser understands, what a recording holds, what the other person hears.',
    '{"words":"I would like to move my appointment","confidence":0.9}',
  ],
  [
    'POST /handsets/:number/record',
    'Ends the recording under way with these words. wait: seconds to wait for it to begin.',
    '{"words":"Please call me back","seconds":12,"hangup":true,"wait":20}',
  ],
  [
    'PUT /handsets/:number/audio?callSid=…',
    'Hands over the WAV a microphone took down (content type audio/wav).',
  ],
  [
    'POST /handsets/:number/messages',
    'Writes a text message. 201 with the messageSid.',
    '{"to":"+13125550100","body":"YES"}',
  ],
  [
    'GET /handsets/:number/messages?with=…',
    'The messages of a handset, or its thread with one number; marks them read.',
  ],
  [
    'PUT /handsets/:number/behaviour',
    'What the handset does by itself. onCall: ring, busy, no-answer, answer, machine, fail.',
    '{"onCall":"answer","answerAfterSeconds":2,"pressAfterAnswer":"1","hangUpAfterSeconds":30}',
  ],
];

const EVENTS: readonly Entry[] = [
  [
    'GET /handsets/:number/events?after=0&wait=25',
    'What happened after a number; waits up to that many seconds. Answer: {"events":[…],"next":17}. With Accept: text/event-stream, a stream.',
  ],
  ['GET /clients/:identity/events', 'The same for a client.'],
  ['GET /events', 'The same for all; each event has its address.'],
];

const CLIENTS: readonly Entry[] = [
  ['POST /clients', 'Registers the identity of a voice access token without a browser.', '{"token":"eyJ…"}'],
  ['GET /clients, GET /clients/:identity', 'Who is registered, with calls and their parameters.'],
  [
    'POST /clients/:identity/accept',
    'Takes the ringing call. callSid may be left out where there is one call; so too below.',
    '{"callSid":"CA…"}',
  ],
  ['POST /clients/:identity/decline, …/hangup', 'Rejects, or hangs up.', '{}'],
  ['POST /clients/:identity/keys, …/say', 'As at a handset.', '{"digits":"1"}'],
  ['PUT /clients/:identity/behaviour', 'As at a handset.', '{"onCall":"answer"}'],
  ['DELETE /clients/:identity', 'Ends the registration by script.'],
];

const REST: readonly Entry[] = [
  ['GET /calls?limit=100', 'The newest calls.'],
  [
    'GET /calls/:sid',
    'One call: its record, the calls it dialled, and every request, response, verb and event in order.',
  ],
  ['GET /messages?limit=100', 'The newest text messages.'],
  ['GET /numbers', 'The numbers of the account that a telephone can call.'],
  ['GET /mailboxes, GET /mailboxes/:address', 'E-mails that were sent to people of the sandbox.'],
  [
    'GET /bad-day, PUT /bad-day',
    'What goes wrong at present; PUT replaces the whole of it, {} is a good day.',
    '{"callees":{"*":"busy"},"rest":{"errorShare":0.2},"callbacks":{"lostShare":0.1,"duplicatedShare":0.1,"reorderedShare":0.1},"callsPerSecond":1}',
  ],
  ['GET /settings, PUT /settings', 'How fast the carrier speaks.', '{"speechCharactersPerSecond":14}'],
];

/** The API as a page for the person who writes a script. */
export function apiGuide(): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Telephones API</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
dt{margin-top:1rem;font-family:ui-monospace,monospace;font-weight:600}dd{margin:.2rem 0 0 1.5rem}
code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
</style></head><body>
<h1>Telephones API</h1>
<p>Everything a person can do at a telephone of the sandbox, for scripts. All paths begin with <code>/telephones/api</code>.
Bodies are JSON and need <code>content-type: application/json</code>. A refusal is
<code>{"error":{"code":"…","message":"…"}}</code> with 400 (does not fit), 403 (another web page), 404 (not there) or 409
(not at this point of the call). Times are milliseconds since the epoch.</p>
<pre><code>curl -X POST http://127.0.0.1:PORT/telephones/api/handsets/%2B13125550101/dial \\
  -H 'content-type: application/json' -d '{"to":"+13125550100"}'</code></pre>
${section('Handsets', HANDSETS)}
${section('Events', EVENTS)}
<p>Types: <code>ringing</code> {from}, <code>stopped-ringing</code> {reason}, <code>connected</code>, <code>heard</code> {kind, text},
<code>collecting</code> {what: digits, speech, recording, nothing}, <code>bridged</code> {with}, <code>unbridged</code>,
<code>ended</code> {status}, <code>message</code> {messageSid, from, to, body}, <code>mail</code> {to, subject}; those of a call have its callSid.</p>
${section('Clients', CLIENTS)}
${section('The carrier', REST)}
</body></html>`;
}

function section(title: string, entries: readonly Entry[]): string {
  const items = entries.map(([request, does, example]) => {
    const body = example === undefined ? '' : `<br><code>${escape(example)}</code>`;
    return `<dt>${escape(request)}</dt><dd>${escape(does)}${body}</dd>`;
  });
  return `<h2>${title}</h2><dl>${items.join('')}</dl>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
