import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = path.resolve(import.meta.dirname, '..');

interface Site {
  name: 'portal' | 'patient-page' | 'telephones';
  config: string;
  /** Everything that the built files depend on, as glob patterns below the root. */
  inputs: readonly string[];
}

const sites: readonly Site[] = [
  {
    name: 'portal',
    config: 'web/vite.config.ts',
    inputs: ['web/**/*', 'src/*/rules/**/*.ts', 'package-lock.json'],
  },
  {
    name: 'patient-page',
    config: 'web/patient-page/vite.config.ts',
    inputs: ['web/patient-page/**/*', 'src/*/rules/**/*.ts', 'package-lock.json'],
  },
  {
    name: 'telephones',
    config: 'src/sandbox/telephones-page/vite.config.ts',
    inputs: ['src/sandbox/telephones-page/**/*', 'package-lock.json'],
  },
];

const outFolder = (site: Site): string => path.join(root, 'dist', site.name);
const stampFile = (site: Site): string => path.join(root, 'dist', `${site.name}.stamp`);

/** A hash of names and contents; tests are no part of a page. */
const fingerprint = (site: Site): string => {
  const hash = createHash('sha256');
  const entries = globSync([...site.inputs], { cwd: root, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

const isFresh = (site: Site, stamp: string): boolean =>
  existsSync(path.join(outFolder(site), 'index.html')) &&
  existsSync(stampFile(site)) &&
  readFileSync(stampFile(site), 'utf8') === stamp;

/** Puts `.br` and `.gz` beside each script and style sheet, so that the server packs nothing while people wait. */
const compress = async (folder: string): Promise<void> => {
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  for (const name of globSync('assets/*.{js,css,svg}', { cwd: folder })) {
    const file = path.join(folder, name);
    const content = await readFile(file);
    await writeFile(`${file}.br`, await promisify(brotliCompress)(content, best));
    await writeFile(`${file}.gz`, await promisify(gzip)(content));
  }
};

/** Builds beside the old files and then takes their place: a build that fails or is stopped leaves them as they were. */
const build = async (site: Site): Promise<void> => {
  const stamp = fingerprint(site);
  const { build: viteBuild } = await import('vite');
  const { default: config } = await import(path.join(root, site.config));
  const fresh = `${outFolder(site)}.${process.pid}`;
  try {
    await viteBuild({
      ...config,
      configFile: false,
      logLevel: 'warn',
      build: { ...config.build, outDir: fresh, emptyOutDir: true },
    });
    await compress(fresh);
    await rm(outFolder(site), { recursive: true, force: true });
    await rename(fresh, outFolder(site));
    await writeFile(stampFile(site), stamp);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
};

/**
 * Builds each page that is missing in dist/ or older than its sources; a few milliseconds when
 * they are not. The building is done by a process of its own, so that a server that starts never loads the builder.
 * @param announce told the name of each page that is about to be built
 * @throws Error with the builder's words when a build fails
 */
export const buildWebIfStale = async (announce: (site: string) => void = () => undefined): Promise<void> => {
  for (const site of sites) {
    if (!existsSync(path.join(root, site.config)) || isFresh(site, fingerprint(site))) continue;
    announce(site.name);
    await promisify(execFile)(process.execPath, [import.meta.filename, site.name], { cwd: root }).catch(
      (error: { stderr?: string; message: string }) => {
        throw new Error(`The ${site.name} page could not be built.\n${error.stderr ?? error.message}`);
      },
    );
  }
};

if (import.meta.main) {
  await mkdir(path.join(root, 'dist'), { recursive: true });
  const wanted = process.argv.slice(2);
  for (const site of sites) {
    if (wanted.length > 0 && !wanted.includes(site.name)) continue;
    if (!existsSync(path.join(root, site.config))) continue;
    if (wanted.length === 0 && isFresh(site, fingerprint(site))) continue;
    await build(site);
  }
}
