import { defineConfig } from 'vite';

export default defineConfig({
  build: { target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'] },
});
