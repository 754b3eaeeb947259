/** Where the bundle of a program is (scripts/programs.mjs makes it): what `npm start` and the commands run. */
export const programPath = (file: string): string => `.cache/programs/${file.replace(/\.ts$/, '.mjs')}`
