import { defineConfig } from 'vite';

// The page is a jar's META-INF/resources: any Java web server gives it out, and `publish` copies it as files.
// The desk, the check of a text and the watches are built by themselves (`--mode desk` and so on): what they share with
// the page costs the page's readers no further file.
const OTHERS: Record<string, string> = {
  desk: 'desk.html',
  text: 'check-text.html',
  watch: 'watch.html',
};

export default defineConfig(({ mode }) => ({
  base: '/',
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: !(mode in OTHERS),
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: OTHERS[mode] ?? 'index.html' },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/log': 'http://127.0.0.1:8080' } },
}));
