/** Univer comes as one CommonJS file, see src/embedded/engine/bundle.mjs. */
const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleNameMapper: { '^@univerjs/(core|engine-formula)$': '<rootDir>/node_modules/.cache/jigyo/univer.cjs' },
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', {
      jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
      module: { type: 'commonjs' },
    }],
  },
};
const E2E = '<rootDir>/tests/e2e/';

module.exports = {
  maxWorkers: 2,
  // A whole workbook is laid out and calculated in some tests; a slow machine is no failure.
  testTimeout: 120_000,
  projects: [
    { ...shared, displayName: 'parts', testMatch: ['<rootDir>/tests/**/*.test.ts', '<rootDir>/tests/**/*.test.tsx'], testPathIgnorePatterns: [E2E], globalSetup: '<rootDir>/tests/setup/global.mjs' },
    // What a person does in a browser, over the built add-in: it is built and served once, and only where these are run.
    { ...shared, displayName: 'whole', testMatch: [`${E2E}**/*.test.ts`], globalSetup: '<rootDir>/tests/setup/site.mjs', globalTeardown: '<rootDir>/tests/setup/siteDown.mjs' },
  ],
};
