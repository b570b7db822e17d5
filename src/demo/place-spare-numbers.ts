import type { SandboxEndpoint } from '../platform/service-endpoints.ts';

/** So that a newcomer can give a clinic a second number. */
const spare = [
  { PhoneNumber: '+13125550180', FriendlyName: 'Spare number, Chicago' },
  { PhoneNumber: '+493023125180', FriendlyName: 'Spare number, Berlin' },
];

/** Puts numbers that no clinic has into the sandbox's account, over its REST API. Those that are there stay. */
export const placeSpareNumbers = async ({
  baseUrl,
  accountSid,
  authToken,
}: Omit<SandboxEndpoint, 'smtpUrl'>): Promise<void> => {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  await Promise.allSettled(
    spare.map((number) =>
      fetch(`${baseUrl}/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers.json`, {
        method: 'POST',
        headers: { authorization },
        body: new URLSearchParams(number),
        signal: AbortSignal.timeout(5000),
      }),
    ),
  );
};
