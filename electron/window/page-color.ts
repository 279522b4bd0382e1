/** The page's ground, `--page` in the window's tokens, so that nothing flashes before its first paint. */
export const pageColors = { light: '#f6f7f9', dark: '#14181d' } as const;
