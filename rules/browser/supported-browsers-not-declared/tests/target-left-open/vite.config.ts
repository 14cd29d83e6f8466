import { defineConfig } from 'vite';

export default defineConfig({
  build: { target: 'esnext' },
  server: { proxy: { '/records': { target: 'http://edge.example.org' } } },
});
