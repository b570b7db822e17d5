import type { SettingsView } from '../../src/routing/rules/routing-view.ts';

export type SettingName = keyof SettingsView;

const e164 = /^\+[1-9][0-9]{4,14}$/;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const time = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

/** The settings that can be seen to be wrong before the server is asked. */
export const settingsFaults = (settings: SettingsView): SettingName[] => {
  const { voicemailEmail, afterHours, afterHoursNumber, businessHours } = settings;
  const times = Object.values(businessHours).flatMap((spans) => (spans ?? []).flat());
  const wrong: [SettingName, boolean][] = [
    ['voicemailEmail', voicemailEmail !== null && !email.test(voicemailEmail)],
    [
      'afterHoursNumber',
      afterHoursNumber === null ? afterHours === 'external' : !e164.test(afterHoursNumber),
    ],
    ['businessHours', times.some((each) => !time.test(each))],
  ];
  return wrong.flatMap(([name, isWrong]) => (isWrong ? [name] : []));
};

/** The settings that the server names (`body/ringSeconds: …; holidays/country: …`) among those it was sent. */
export const readSettingsFaults = (settings: SettingsView, detail: string): SettingName[] => {
  const named = new Set(detail.split('; ').map((fault) => /^(?:body\/)?([A-Za-z]+)/.exec(fault)?.[1] ?? ''));
  return (Object.keys(settings) as SettingName[]).filter((name) => named.has(name));
};
