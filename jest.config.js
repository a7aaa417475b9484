/** Univer comes as one CommonJS file, see src/embedded/engine/bundle.mjs. */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts', '<rootDir>/tests/**/*.test.tsx'],
  maxWorkers: 2,
  // A whole workbook is laid out and calculated in some tests; a slow machine is no failure.
  testTimeout: 120_000,
  globalSetup: '<rootDir>/tests/setup/global.mjs',
  moduleNameMapper: { '^@univerjs/(core|engine-formula)$': '<rootDir>/node_modules/.cache/jigyo/univer.cjs' },
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', {
      jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
      module: { type: 'commonjs' },
    }],
  },
};
