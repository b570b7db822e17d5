import twilio from 'twilio';
import { OtherHostClient } from './request-client.ts';

export type TwilioAccount = {
  accountSid: string;
  authToken: string;
  /** for softphone tokens; the sandbox signs them with the auth token */
  apiKey: { sid: string; secret: string } | null;
  /** another host that speaks Twilio's API (the sandbox, a region), null for Twilio's own */
  baseUrl: string | null;
  /** true: the sandbox carrier, which has telephones for any number and a softphone of its own */
  isSandbox?: boolean;
};

/** The official SDK for an account, as the account itself or as one of its keys. */
export const twilioClient = (
  { accountSid, authToken, baseUrl }: TwilioAccount,
  key: TwilioAccount['apiKey'] = null,
): ReturnType<typeof twilio> =>
  twilio(key?.sid ?? accountSid, key?.secret ?? authToken, {
    accountSid,
    ...(baseUrl === null ? {} : { httpClient: new OtherHostClient(baseUrl) }),
  });
