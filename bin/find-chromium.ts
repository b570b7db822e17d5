import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env['CHROMIUM'],
  // Without a window's machinery: a fifth less work for the same pages.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const installed = (): string | undefined =>
  places.find((place) => place !== undefined && place !== '' && existsSync(place));

const aptGet = (...args: string[]): boolean =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

const hasAptGet = (): boolean => {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/**
 * A Chromium for the browser tests. Where none is found, Debian's is installed when we may (root); otherwise the one
 * command that does it is printed.
 */
export const findChromium = (): string | null => {
  const found = installed();
  if (found !== undefined) return found;
  const mayInstall = process.getuid?.() === 0 && hasAptGet();
  if (mayInstall) {
    console.log('Installing Debian’s chromium for the browser tests …');
    const install = (name: string): boolean => aptGet('install', '-qy', '--no-install-recommends', name);
    if (aptGet('update', '-q') && (install('chromium-headless-shell') || install('chromium')))
      return installed() ?? null;
  }
  console.error(
    'The browser tests need a Chromium. Install it with: sudo apt-get install chromium   (or set CHROMIUM to one)',
  );
  return null;
};

// By itself, so that installing can go on beside something else.
if (import.meta.main) process.exitCode = findChromium() === null ? 1 : 0;
