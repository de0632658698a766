import { defineConfig } from 'vite';

// The page is a jar's META-INF/resources: any Java web server gives it out, and `publish` copies it as files.
// The desk is built by itself (`--mode desk`): what it shares with the page costs the page's readers no further file.
export default defineConfig(({ mode }) => ({
  base: '/',
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: mode !== 'desk',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: mode === 'desk' ? ['desk.html'] : ['index.html', 'check-text.html'] },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/log': 'http://127.0.0.1:8080' } },
}));
