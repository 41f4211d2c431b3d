import { availableParallelism } from 'node:os'

import { defineConfig } from 'vitest/config'

/** Room for machines that do much else meanwhile. */
const patience = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }

export default defineConfig({
  test: {
    // On two cores Vitest would take one: most files wait for processes and browsers.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'packages',
          include: ['{packages,apps,tools,lint,soak}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**', '{packages/{api,client},apps/cli}/**'],
          setupFiles: ['test/silent-console.ts'],
          ...patience,
        },
      },
      {
        test: {
          name: 'api',
          include: ['{packages/{api,client},apps/cli}/src/**/*.test.ts'],
          globalSetup: ['test/global-setup.ts'],
          setupFiles: ['test/silent-console.ts'],
          // The files share their modules: loading the SDKs takes longer than most tests.
          isolate: false,
          experimental: { viteModuleRunner: false },
          ...patience,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/global-setup.ts'],
          ...patience,
          testTimeout: 120_000,
        },
      },
    ],
  },
})
