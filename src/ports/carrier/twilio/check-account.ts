import type { CarrierFinding, ExpectedOfCarrier } from '../carrier-check.ts';
import { twilioClient, type TwilioAccount } from './twilio-client.ts';

const finding = (
  name: CarrierFinding['finding'],
  number: string | null = null,
  detail: string | null = null,
): CarrierFinding => ({ finding: name, number, detail });

const statusOf = (error: unknown): number | null => {
  const { status } = error as { status?: unknown };
  return typeof status === 'number' ? status : null;
};
const isRefusal = (error: unknown): boolean => [401, 403, 404].includes(statusOf(error) ?? 0);

type Client = ReturnType<typeof twilioClient>;

const accountFindings = async (client: Client, accountSid: string): Promise<CarrierFinding[]> => {
  try {
    const { status, type } = await client.api.v2010.accounts(accountSid).fetch();
    if (status !== 'active') return [finding('account-suspended', null, status)];
    return [finding(type === 'Trial' ? 'account-on-trial' : 'account-fine')];
  } catch (error) {
    return [finding(isRefusal(error) ? 'wrong-credentials' : 'carrier-unreachable')];
  }
};

/** A key may read the account's numbers: whether it does says whether key and secret belong together. */
const keyFindings = async (account: TwilioAccount): Promise<CarrierFinding[]> => {
  if (account.apiKey === null) return [finding('no-softphone-key')];
  try {
    await twilioClient(account, account.apiKey).incomingPhoneNumbers.list({ limit: 1 });
    return [];
  } catch (error) {
    return [finding(isRefusal(error) ? 'wrong-softphone-key' : 'carrier-unreachable')];
  }
};

const numberFindings = async (client: Client, expected: ExpectedOfCarrier): Promise<CarrierFinding[]> => {
  const owned = new Map(
    (await client.incomingPhoneNumbers.list({ limit: 1000 })).map(({ phoneNumber, voiceUrl }) => [
      phoneNumber,
      voiceUrl,
    ]),
  );
  return expected.numbers.map((number) => {
    const voiceUrl = owned.get(number);
    if (voiceUrl === undefined) return finding('number-missing', number);
    if (voiceUrl !== expected.voiceUrl) return finding('number-elsewhere', number, voiceUrl || null);
    return finding('number-connected', number);
  });
};

/** Looks at an account without changing anything. Never throws: what does not work is a finding. */
export const checkTwilioAccount = async (
  account: TwilioAccount,
  expected: ExpectedOfCarrier,
): Promise<CarrierFinding[]> => {
  const client = twilioClient(account);
  const found = await accountFindings(client, account.accountSid);
  if (!found.some(({ finding: name }) => name === 'account-fine' || name === 'account-on-trial'))
    return found;
  if (account.isSandbox !== true) found.push(...(await keyFindings(account)));
  try {
    found.push(...(await numberFindings(client, expected)));
  } catch {
    found.push(finding('carrier-unreachable'));
  }
  return found;
};
