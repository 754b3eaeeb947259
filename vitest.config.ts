import { defineConfig } from 'vitest/config'

const alias = { '@': import.meta.dirname }
const folders = '{lib,server,components,scripts,bench}'

/**
 * The same files on both databases; only the template they copy differs. Loading the site's modules for every file again
 * takes half of the time, so that a worker keeps them; `.env.` files say what can be set, which a process reads once, and
 * have their modules to themselves.
 */
const onDatabase = (database: 'sqlite' | 'postgresql', isolate: boolean) => ({
  resolve: { alias },
  test: {
    name: isolate ? `${database}-env` : database,
    include: [`${folders}/**/*.${isolate ? 'env.' : ''}{db,${database}}.test.ts`],
    exclude: isolate ? [] : ['**/*.env.*.test.ts', '**/{.next,node_modules}/**'],
    isolate,
    globalSetup: ['lib/testing/template-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    env: {
      // What is refused or broken on purpose is logged as it should be, and nobody reads it here.
      LOG_LEVEL: 'silent',
      DATA_DIR: '.cache/tests',
      SECRET: 'a lamp at low water, and nobody to light it',
    },
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
      onDatabase('sqlite', false),
      onDatabase('sqlite', true),
      ...(process.env.TEST_POSTGRES_URL ? [onDatabase('postgresql', false), onDatabase('postgresql', true)] : []),
      // Against real archives, where CORPUS_DIR names them; run by name, never with the others.
      {
        resolve: { alias },
        test: { name: 'corpus', include: [`${folders}/**/*.corpus.test.ts`], testTimeout: 600_000, maxWorkers: 1 },
      },
    ],
  },
})
