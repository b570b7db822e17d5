import {
  accountOf,
  carrierOf,
  chooseAdapters,
  smtpOf,
  speechOf,
  transcriptionOf,
  type Adapters,
  type AdapterSurroundings,
} from './adapters.ts';
import { environmentSettings } from './environment-settings.ts';
import type { Database } from './platform/database/database.ts';
import type { Connection } from './platform/database/pool.ts';
import { exchangeable } from './platform/exchangeable.ts';
import { listen } from './platform/listen.ts';
import type { Log } from './platform/log.ts';
import type { Secrets } from './platform/secrets.ts';
import { checkTwilioAccount } from './ports/carrier/twilio/check-account.ts';
import { trySmtp } from './ports/email/smtp/try-smtp.ts';
import { settingsChannel } from './settings/installation-channel.ts';
import type { InstallationAdapters } from './settings/installation-adapters.ts';
import { loadInstallation } from './settings/load-installation.ts';
import { settingsInForce, type InstallationSettings } from './settings/rules/installation-settings.ts';

type Options = AdapterSurroundings & {
  database: Database;
  connection: Connection;
  secrets: Secrets;
  log: Log;
};

export type InstalledAdapters = Adapters & {
  installation: InstallationAdapters;
  /** Called whenever this process has begun to use another carrier. */
  onCarrierExchanged(listener: () => void): void;
  close(): Promise<void>;
};

const isLocal = (url: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);

/** Everything that is tried out and not in force. */
const trialsIn = (
  surroundings: AdapterSurroundings,
  inForce: () => InstallationSettings,
): Pick<
  InstallationAdapters,
  'carrierIsLocal' | 'tryCarrier' | 'tryMail' | 'transcriptionOnTrial' | 'speechOnTrial'
> => ({
  carrierIsLocal: (carrier) => {
    const base = accountOf(carrier, surroundings)?.baseUrl ?? null;
    return base !== null && isLocal(base);
  },
  tryCarrier: async (carrier, expected) => {
    const account = accountOf(carrier, surroundings);
    if (account === null) return [{ finding: 'carrier-unreachable', number: null, detail: null }];
    return checkTwilioAccount(account, expected);
  },
  tryMail: (mail, message) => trySmtp(smtpOf({ mail, carrier: inForce().carrier }, surroundings), message),
  transcriptionOnTrial: (transcription) =>
    transcriptionOf(transcription, carrierOf(inForce().carrier, surroundings), surroundings),
  speechOnTrial: (speech) => speechOf(speech, surroundings),
});

/**
 * The adapters by the environment and by the portal's settings. A change in any process reaches this one by NOTIFY;
 * whoever holds an adapter then uses the new one.
 */
export const installAdapters = async (options: Options): Promise<InstalledAdapters> => {
  const { database, connection, secrets, log, config, sandbox } = options;
  const environment = environmentSettings(config);
  const read = async () =>
    settingsInForce(environment, (await loadInstallation(database, secrets, log)).stored);
  let inForce = await read();
  const first = chooseAdapters(inForce, options);
  const ports = {
    carrier: exchangeable(first.carrier),
    email: exchangeable(first.email),
    transcription: exchangeable(first.transcription),
    speech: exchangeable(first.speech),
  };
  const afterCarrier: (() => void)[] = [];
  const apply = async (): Promise<void> => {
    const settings = await read();
    if (JSON.stringify(settings) === JSON.stringify(inForce)) return;
    const sameCarrier = JSON.stringify(settings.carrier) === JSON.stringify(inForce.carrier);
    inForce = settings;
    const next = chooseAdapters(settings, options);
    const formerMail = ports.email.current();
    ports.carrier.exchange(next.carrier);
    ports.email.exchange(next.email);
    ports.transcription.exchange(next.transcription);
    ports.speech.exchange(next.speech);
    formerMail.close();
    if (!sameCarrier) for (const listener of afterCarrier) listener();
  };
  // One after the other: an older reading must not overtake a newer one.
  let last: Promise<void> = Promise.resolve();
  const refresh = (): Promise<void> => (last = last.then(apply, apply));
  const { close } = await listen(connection, settingsChannel, log, () => {
    refresh().catch((error: { code?: string }) => log.error({ code: error.code }, 'settings not read'));
  });
  await refresh(); // what was changed between the first reading and listening
  return {
    carrier: ports.carrier.port,
    email: ports.email.port,
    transcription: ports.transcription.port,
    speech: ports.speech.port,
    installation: {
      ...trialsIn(options, () => inForce),
      environment,
      inForce: () => inForce,
      refresh,
      environmentKey: config.ELEVENLABS_API_KEY !== undefined,
      sandboxAvailable: sandbox !== null,
      standardSender: config.MAIL_FROM,
    },
    onCarrierExchanged: (listener) => void afterCarrier.push(listener),
    close: async () => {
      await close();
      ports.email.current().close();
    },
  };
};
