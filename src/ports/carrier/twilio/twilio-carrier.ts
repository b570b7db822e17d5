import { SignJWT } from 'jose';
import twilio from 'twilio';
import { CarrierError, type Carrier, type CarrierCall, type CarrierMessage } from '../carrier.port.ts';
import { asCarrierError } from './carrier-failure.ts';
import { renderTwiml } from './render-twiml.ts';
import { twilioClient, type TwilioAccount } from './twilio-client.ts';

/** Twilio's own number for a number that is not this account's. */
const notInAccount = 21_421;

/** Every page: what is looked for may be on the last, and who does not find it sends or calls again. */
const allOfThem = { pageSize: 1000 };

const progressEvents = ['initiated', 'ringing', 'answered', 'completed'];

const instantOf = (date: Date | null | undefined): Temporal.Instant | null =>
  date ? Temporal.Instant.fromEpochMilliseconds(date.getTime()) : null;

type SdkCall = {
  sid: string;
  from: string;
  to: string;
  status: string;
  direction: string;
  startTime: Date | null;
};
const callOf = (call: SdkCall): CarrierCall => ({
  sid: call.sid,
  from: call.from,
  to: call.to,
  status: call.status as CarrierCall['status'],
  placed: call.direction === 'outbound-api',
  startedAt: instantOf(call.startTime),
});

type SdkMessage = {
  sid: string;
  from: string;
  to: string;
  body: string;
  status: string;
  errorCode: number | null;
};
const messageOf = ({ sid, from, to, body, status, errorCode }: SdkMessage): CarrierMessage => ({
  sid,
  from,
  to,
  body,
  status,
  // An answer without an error has null or 0 here.
  errorCode: errorCode === 0 ? null : errorCode,
});

/** Twilio, and everything that speaks its API, through the official SDK. */
export const createTwilioCarrier = (account: TwilioAccount): Carrier => {
  const { accountSid, authToken, baseUrl } = account;
  const isSandbox = account.isSandbox === true;
  const client = twilioClient(account);
  const origin = baseUrl ?? 'https://api.twilio.com';

  return {
    name: isSandbox ? 'sandbox' : 'twilio',
    renderVoice: renderTwiml,
    signatureHolds: ({ url, params, signature }) =>
      signature !== undefined && twilio.validateRequest(authToken, signature, url, params),

    placeCall: (call) =>
      asCarrierError(async () => {
        const placed = await client.calls.create({
          to: call.to,
          from: call.from,
          url: call.answerUrl,
          fallbackUrl: call.fallbackUrl,
          statusCallback: call.statusUrl,
          statusCallbackEvent: progressEvents,
          timeout: call.timeoutSeconds,
          ...(call.detectMachine === undefined
            ? {}
            : { machineDetection: call.detectMachine === 'message' ? 'DetectMessageEnd' : 'Enable' }),
        });
        return placed.sid;
      }),
    redirectCall: (sid, url) =>
      asCarrierError(async () => void (await client.calls(sid).update({ url, method: 'POST' }))),
    endCall: (sid) =>
      asCarrierError(async () => void (await client.calls(sid).update({ status: 'completed' }))).catch(
        (error: unknown) => {
          if (!(error instanceof CarrierError && error.failure === 'gone')) throw error;
        },
      ),
    fetchCall: (sid) =>
      asCarrierError(async () => callOf(await client.calls(sid).fetch())).catch((error: unknown) => {
        if (error instanceof CarrierError && error.failure === 'gone') return null;
        throw error;
      }),
    callsTo: (to, since) =>
      asCarrierError(async () => {
        const calls = await client.calls.list({
          to,
          startTimeAfter: new Date(since.epochMilliseconds),
          ...allOfThem,
        });
        return calls.map(callOf);
      }),

    sendMessage: ({ from, to, body, statusUrl }) =>
      asCarrierError(
        async () => (await client.messages.create({ from, to, body, statusCallback: statusUrl })).sid,
      ),
    fetchMessage: (sid) =>
      asCarrierError(async () => messageOf(await client.messages(sid).fetch())).catch((error: unknown) => {
        if (error instanceof CarrierError && error.failure === 'gone') return null;
        throw error;
      }),
    messagesTo: (to, since) =>
      asCarrierError(async () => {
        const messages = await client.messages.list({
          to,
          dateSentAfter: new Date(since.epochMilliseconds),
          ...allOfThem,
        });
        return messages.map(messageOf);
      }),

    messagesReceived: (number, since) =>
      asCarrierError(async () => {
        const messages = await client.messages.list({
          to: number,
          dateSentAfter: new Date(since.epochMilliseconds),
          pageSize: 500,
          limit: 5000,
        });
        return messages
          .filter(({ direction }) => direction === 'inbound')
          .map(messageOf)
          .toReversed();
      }),

    fetchRecording: (sid) =>
      asCarrierError(async () => {
        const answer = await fetch(`${origin}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}.wav`, {
          headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
          signal: AbortSignal.timeout(60_000),
        });
        if (!answer.ok) throw Object.assign(new Error('recording not served'), { status: answer.status });
        return new Uint8Array(await answer.arrayBuffer());
      }),
    deleteRecording: (sid) =>
      asCarrierError(async () => void (await client.recordings(sid).remove())).catch((error: unknown) => {
        if (!(error instanceof CarrierError && error.failure === 'gone')) throw error;
      }),
    listRecordings: (since) =>
      asCarrierError(async () => {
        const list = await client.recordings.list({
          dateCreatedAfter: new Date(since.epochMilliseconds),
          limit: 1000,
        });
        const finished = list.filter(({ status }) => status === 'completed');
        return finished.map((recording) => ({
          sid: recording.sid,
          callSid: recording.callSid,
          durationSeconds: Number(recording.duration ?? 0),
          createdAt: instantOf(recording.dateCreated) ?? since,
        }));
      }),
    transcriptOf: (recordingSid) =>
      asCarrierError(async () => {
        const [first] = await client.recordings(recordingSid).transcriptions.list({ limit: 1 });
        return first?.status === 'completed' ? first.transcriptionText : null;
      }),

    connectNumber: ({ phoneNumber, name }, urls) =>
      asCarrierError(async () => {
        const target = {
          friendlyName: name,
          voiceUrl: urls.voice,
          voiceMethod: 'POST',
          voiceFallbackUrl: urls.voiceFallback,
          voiceFallbackMethod: 'POST',
          statusCallback: urls.status,
          statusCallbackMethod: 'POST',
          smsUrl: urls.sms,
          smsMethod: 'POST',
        };
        const [known] = await client.incomingPhoneNumbers.list({ phoneNumber, limit: 1 });
        if (known) return (await client.incomingPhoneNumbers(known.sid).update(target)).sid;
        // With Twilio this would buy the number: that is for a person to decide.
        if (!isSandbox) throw new CarrierError('refused', notInAccount);
        return (await client.incomingPhoneNumbers.create({ phoneNumber, ...target })).sid;
      }),
    listNumbers: () =>
      asCarrierError(async () => {
        const numbers = await client.incomingPhoneNumbers.list({ limit: 1000 });
        return numbers.map(({ phoneNumber, friendlyName }) => ({ phoneNumber, name: friendlyName }));
      }),
    disconnectNumber: (phoneNumber) =>
      asCarrierError(async () => {
        const [known] = await client.incomingPhoneNumbers.list({ phoneNumber, limit: 1 });
        const nowhere = { voiceUrl: '', voiceFallbackUrl: '', statusCallback: '', smsUrl: '' };
        if (known) await client.incomingPhoneNumbers(known.sid).update(nowhere);
      }),
    softphoneToken: async (identity, lifetimeSeconds, now) => {
      const key = account.apiKey ?? (isSandbox ? { sid: accountSid, secret: authToken } : null);
      if (key === null) throw new CarrierError('refused');
      const issued = Math.floor(now.epochMilliseconds / 1000);
      const token = await new SignJWT({ grants: { identity, voice: { incoming: { allow: true } } } })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT', cty: 'twilio-fpa;v=1' })
        .setJti(`${key.sid}-${issued}`)
        .setIssuer(key.sid)
        .setSubject(accountSid)
        .setIssuedAt(issued)
        .setExpirationTime(issued + lifetimeSeconds)
        .sign(new TextEncoder().encode(key.secret));
      return {
        token,
        url: !isSandbox || baseUrl === null ? null : `${baseUrl.replace(/^http/, 'ws')}/client`,
      };
    },
  };
};
