import type { SandboxEndpoint } from './platform/service-endpoints.ts';

/** Where a browser's softphone may connect to, also after the carrier has been changed under an open page. */
export const softphoneSources = (sandbox: SandboxEndpoint | null): string[] => [
  'wss://*.twilio.com',
  'https://*.twilio.com',
  ...(sandbox === null ? [] : [sandbox.baseUrl.replace(/^http/, 'ws')]),
];
