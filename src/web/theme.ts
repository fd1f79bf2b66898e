// The look of the components: one accent, quiet greys, and contrast that holds in both themes.
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = ['#e3f4f7', '#cfe8ee', '#a3d2de', '#73bbcd', '#4ba7bf', '#2f97b2', '#1b7c96', '#0b6a83', '#0b5c74', '#064b60'];

export const theme = createTheme({
  primaryColor: 'teal',
  colors: { teal },
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'sm',
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  respectReducedMotion: true,
  cursorType: 'pointer',
});

/** The library's own dimmed and placeholder greys are too faint to read (WCAG 1.4.3). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#59636e', '--mantine-color-placeholder': '#636c76', '--mantine-color-error': '#b42318' },
  dark: {
    '--mantine-color-dimmed': '#a3adb8',
    '--mantine-color-placeholder': '#98a2ad',
    '--mantine-color-error': '#ff9a8f',
    '--mantine-color-body': '#14181d',
    '--mantine-color-text': '#e3e7eb',
  },
});
