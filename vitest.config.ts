import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }
const folders = '{lib,server,components,scripts,bench}'

/** The same files on both databases; only the template they copy differs. */
const onDatabase = (name: 'sqlite' | 'postgresql') => ({
  resolve: { alias },
  test: {
    name,
    include: [`${folders}/**/*.{db,${name}}.test.ts`],
    globalSetup: ['lib/testing/template-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // What is refused or broken on purpose is logged as it should be, and nobody reads it here.
    env: { LOG_LEVEL: 'silent' },
  },
})

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx}`],
          // Pure rules hold nothing that one file could leave to the next; loading them once takes a quarter of the time.
          isolate: false,
          // What grows with the square takes an hour; a busy machine takes ten seconds for what is right.
          testTimeout: 60_000,
          exclude: ['**/*.{db,sqlite,postgresql,corpus}.test.ts', '**/{.next,node_modules}/**'],
        },
      },
      onDatabase('sqlite'),
      ...(process.env.TEST_POSTGRES_URL ? [onDatabase('postgresql')] : []),
      // Against real archives, where CORPUS_DIR names them; run by name, never with the others.
      {
        resolve: { alias },
        test: { name: 'corpus', include: [`${folders}/**/*.corpus.test.ts`], testTimeout: 600_000, maxWorkers: 1 },
      },
    ],
  },
})
