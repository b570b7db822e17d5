import type { NumberRecord } from '../records/number-record.ts';
import { rfc2822 } from '../rfc2822.ts';
import { API_VERSION, resourcePath } from './resource-path.ts';

/** A number of the account in the REST API's shape. */
export function numberResource(accountSid: string, number: NumberRecord): object {
  return {
    sid: number.sid,
    account_sid: accountSid,
    address_requirements: 'none',
    address_sid: null,
    api_version: API_VERSION,
    beta: false,
    bundle_sid: null,
    capabilities: { voice: true, sms: true, mms: false, fax: false },
    date_created: rfc2822(number.createdAt),
    date_updated: rfc2822(number.updatedAt),
    emergency_address_sid: null,
    emergency_status: 'Inactive',
    friendly_name: number.friendlyName,
    identity_sid: null,
    origin: 'twilio',
    phone_number: number.phoneNumber,
    sms_application_sid: '',
    sms_fallback_method: number.smsFallbackMethod,
    sms_fallback_url: number.smsFallbackUrl ?? '',
    sms_method: number.smsMethod,
    sms_url: number.smsUrl ?? '',
    status: 'in-use',
    status_callback: number.statusCallback ?? '',
    status_callback_method: number.statusCallbackMethod,
    trunk_sid: null,
    uri: `${resourcePath(accountSid, 'IncomingPhoneNumbers', number.sid)}.json`,
    voice_application_sid: '',
    voice_caller_id_lookup: false,
    voice_fallback_method: number.voiceFallbackMethod,
    voice_fallback_url: number.voiceFallbackUrl ?? '',
    voice_method: number.voiceMethod,
    voice_receive_mode: 'voice',
    voice_url: number.voiceUrl ?? '',
  };
}
