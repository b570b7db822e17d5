import type { Demo } from './demo/demo-file.ts';

type Addresses = { portal: string; telephones: string | null; api: string };

const signInTable = (signIns: Demo['signIns']): string[] => {
  const width = (of: (row: Demo['signIns'][number]) => string) =>
    Math.max(...signIns.map((row) => of(row).length));
  const [email, role] = [width((row) => row.email), width((row) => row.role)];
  const clinics = [...new Set(signIns.map((row) => row.clinic))];
  return clinics.flatMap((clinic) => [
    '',
    `  ${clinic}`,
    ...signIns
      .filter((row) => row.clinic === clinic)
      .map((row) => `    ${row.email.padEnd(email)}  ${row.role.padEnd(role)}  ${row.password}`),
  ]);
};

/** What the terminal shows when everything runs. */
export const greeting = (addresses: Addresses, demo: Demo | null, demoFile: string): string =>
  [
    '',
    'Frontdesk runs.',
    '',
    `  Portal      ${addresses.portal}`,
    ...(addresses.telephones === null ? [] : [`  Telephones  ${addresses.telephones}`]),
    `  API         ${addresses.api}`,
    ...(demo === null || demo.signIns.length === 0
      ? []
      : [...signInTable(demo.signIns), '', `  All of it for scripts: ${demoFile}`]),
    '',
    '  Stop with Ctrl-C.',
    '',
  ].join('\n');
