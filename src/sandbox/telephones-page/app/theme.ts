import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// Not the portal's blue: who has both open knows at a glance which one this is.
const pine: MantineColorsTuple = [
  '#e8f7f3', '#d0ece5', '#a3dacd', '#72c6b3', '#49b59d', '#2da68c', '#178f77', '#0f7a66', '#0b6b5a', '#06564a',
]; // prettier-ignore
const slate: MantineColorsTuple = [
  '#d5dae3', '#b4bcc9', '#929cad', '#6b7688', '#4a5465', '#38414f', '#2a313c', '#1d222b', '#161a21', '#101318',
]; // prettier-ignore

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: 7,
  autoContrast: true,
  colors: { pine, dark: slate },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.0625rem', lineHeight: '1.5rem' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.5rem' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.25rem' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md' } },
  },
});

/** Surfaces of the desk and the telephones; every text stands on its ground with 4.5:1 or more. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--role-patient': '#2f6fdb',
    '--role-lead': '#8a4fd0',
    '--role-staff': '#0f7a66',
    '--role-other': '#5f6b7d',
  },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1a2130',
    '--mantine-color-dimmed': '#5a6577',
    '--mantine-color-placeholder': '#667082',
    '--desk-ground': '#eceff3',
    '--desk-line': '#dde2e9',
    '--desk-hover': '#f1f4f7',
    '--case-top': '#fdfdfe',
    '--case-bottom': '#cfd6e0',
    '--case-edge': '#b9c2cf',
    '--screen': '#ffffff',
    '--screen-soft': '#f2f5f8',
    '--key': '#f2f5f8',
    '--key-pressed': '#dbe2ea',
    '--live-soft': '#dff5e6',
    '--live-text': '#14633a',
    '--ring-soft': '#fff1d6',
    '--ring-text': '#7d4a00',
    '--wrong-soft': '#fde5e4',
    '--wrong-text': '#a3201d',
    '--own-bubble': '#0f7a66',
    '--own-text': '#ffffff',
    '--coming': '#5c677a',
  },
  dark: {
    '--mantine-color-body': '#1d222b',
    '--mantine-color-text': '#e3e7ee',
    '--mantine-color-dimmed': '#a0aaba',
    '--mantine-color-placeholder': '#8d98aa',
    '--desk-ground': '#12151a',
    '--desk-line': '#323a46',
    '--desk-hover': '#262d37',
    '--case-top': '#3a424f',
    '--case-bottom': '#222831',
    '--case-edge': '#4a5465',
    '--screen': '#161a21',
    '--screen-soft': '#20262f',
    '--key': '#262d37',
    '--key-pressed': '#3a4453',
    '--live-soft': '#173626',
    '--live-text': '#7fdca6',
    '--ring-soft': '#3d2e12',
    '--ring-text': '#f5c469',
    '--wrong-soft': '#45201f',
    '--wrong-text': '#ffa9a3',
    '--own-bubble': '#0f6f5d',
    '--own-text': '#ffffff',
    '--coming': '#8d98aa',
  },
});
