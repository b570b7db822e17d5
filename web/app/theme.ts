import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const desk: MantineColorsTuple = [
  '#eef3fd',
  '#dae4f8',
  '#b2c7ef',
  '#87a8e7',
  '#638ee0',
  '#4c7ddc',
  '#386bd0',
  '#2f62c3',
  '#2757b0',
  '#184a9c',
];
const slate: MantineColorsTuple = [
  '#d5dae3',
  '#b4bcc9',
  '#929cad',
  '#6b7688',
  '#4a5465',
  '#38414f',
  '#2a313c',
  '#1d222b',
  '#161a21',
  '#101318',
];

/** For "yes" to a call: white on it is read at 5:1. */
const leaf: MantineColorsTuple = [
  '#e6f6ec',
  '#d0ebd9',
  '#a3d7b4',
  '#73c28d',
  '#4bb06b',
  '#309f55',
  '#1b7a43',
  '#1b7a43',
  '#156837',
  '#0e552b',
];

const tones: Record<string, string> = { red: 'red', yellow: 'amber', green: 'green', gray: 'grey' };

/** One accent colour, one type family, quiet surfaces on a 4-pixel grid. */
export const theme = createTheme({
  primaryColor: 'desk',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { desk, leaf, dark: slate },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.5rem' },
      h3: { fontSize: '0.875rem', lineHeight: '1.25rem' },
    },
  },
  defaultRadius: 'md',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Alert: {
      // Mantine's own light variant sets coloured words on a coloured ground that they are not read on.
      vars: (_: unknown, { color }: { color?: string }) => {
        const tone = tones[color ?? ''];
        return tone === undefined
          ? {}
          : {
              root: { '--alert-bg': `var(--desk-${tone}-soft)`, '--alert-color': `var(--desk-${tone}-text)` },
            };
      },
    },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm' } },
  },
});

/** Surfaces and status colours for both schemes. Each status text stands on its soft ground with 4.5:1 or more. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1a2130',
    '--mantine-color-dimmed': '#5a6577',
    '--mantine-color-placeholder': '#667184',
    '--mantine-color-error': '#a3201d',
    '--desk-ground': '#f5f6f8',
    '--desk-line': '#e1e5eb',
    '--desk-hover': '#f0f2f6',
    '--desk-accent-soft': '#e6eefb',
    '--desk-accent-text': '#2552a5',
    '--desk-amber-soft': '#fff1d6',
    '--desk-amber-text': '#7d4a00',
    '--desk-amber-strong': '#e39a16',
    '--desk-green-soft': '#dff5e6',
    '--desk-green-text': '#14633a',
    '--desk-green-strong': '#1f9d5b',
    '--desk-red-soft': '#fde5e4',
    '--desk-red-text': '#a3201d',
    '--desk-red-strong': '#d6302c',
    '--desk-blue-soft': '#e6eefb',
    '--desk-blue-text': '#2552a5',
    '--desk-blue-strong': '#3f74db',
    '--desk-grey-soft': '#edf0f4',
    '--desk-grey-text': '#4a5568',
    '--desk-grey-strong': '#8792a5',
  },
  dark: {
    '--mantine-color-body': '#1d222b',
    '--mantine-color-text': '#e3e7ee',
    '--mantine-color-dimmed': '#a0aaba',
    '--mantine-color-placeholder': '#98a2b3',
    '--mantine-color-error': '#ffa9a3',
    '--desk-ground': '#14171d',
    '--desk-line': '#323a46',
    '--desk-hover': '#262d37',
    '--desk-accent-soft': '#223456',
    '--desk-accent-text': '#a9c5f7',
    '--desk-amber-soft': '#3d2e12',
    '--desk-amber-text': '#f5c469',
    '--desk-amber-strong': '#e0a02e',
    '--desk-green-soft': '#173626',
    '--desk-green-text': '#7fdca6',
    '--desk-green-strong': '#35b575',
    '--desk-red-soft': '#45201f',
    '--desk-red-text': '#ffa9a3',
    '--desk-red-strong': '#ef5a54',
    '--desk-blue-soft': '#223456',
    '--desk-blue-text': '#a9c5f7',
    '--desk-blue-strong': '#5b8cec',
    '--desk-grey-soft': '#2b323d',
    '--desk-grey-text': '#b6bfcd',
    '--desk-grey-strong': '#7c8798',
  },
});
