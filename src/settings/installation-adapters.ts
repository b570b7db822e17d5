import type { CarrierFinding, ExpectedOfCarrier } from '../ports/carrier/carrier-check.ts';
import type { MailTrialResult } from '../ports/email/email.port.ts';
import type { Speech } from '../ports/speech/speech.port.ts';
import type { Transcription } from '../ports/transcription/transcription.port.ts';
import type { EnvironmentSettings, InstallationSettings } from './rules/installation-settings.ts';

/** What the settings need of whoever chooses adapters: which are in force, and others to try out. */
export type InstallationAdapters = {
  environment: EnvironmentSettings;
  /** what holds in this process at this moment */
  inForce: () => InstallationSettings;
  /** reads the settings and exchanges the adapters; other processes are told by the database */
  refresh: () => Promise<void>;
  /** the environment has a key for ElevenLabs */
  environmentKey: boolean;
  sandboxAvailable: boolean;
  /** sender where no mail server is set */
  standardSender: string;
  /** a carrier on this very machine reaches a loopback address */
  carrierIsLocal: (carrier: InstallationSettings['carrier']) => boolean;
  tryCarrier: (
    carrier: InstallationSettings['carrier'],
    expected: ExpectedOfCarrier,
  ) => Promise<CarrierFinding[]>;
  tryMail: (
    mail: InstallationSettings['mail'],
    message: { to: string; subject: string; text: string },
  ) => Promise<MailTrialResult>;
  transcriptionOnTrial: (transcription: InstallationSettings['transcription']) => Transcription;
  speechOnTrial: (speech: InstallationSettings['speech']) => Speech;
};
