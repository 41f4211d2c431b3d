import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'packages',
          include: ['{packages,apps,tools,lint}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**', '{packages/{api,client},apps/cli}/**'],
        },
      },
      {
        test: {
          name: 'api',
          include: ['{packages/{api,client},apps/cli}/src/**/*.test.ts'],
          globalSetup: ['test/global-setup.ts'],
        },
      },
    ],
  },
})
