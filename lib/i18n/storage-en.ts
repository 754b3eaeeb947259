import { plural } from './format'

/** What the newsroom says of where files are kept, in English. */
export const storageEn = {
  place: 'Where files are kept',
  placeText: 'What is uploaded, and what an archive brought. Readers’ addresses are the same wherever it lies.',
  now: {
    disk: 'All files are on the disk of this machine.',
    copies: 'All files are on the disk of this machine. S3 still has copies of what was moved here.',
    mixed: 'New files go to S3. Some are still on the disk, and are found there until they are moved.',
    s3: 'All files are with S3.',
    back: 'New files go to the disk. What lies with S3 is found there until it is moved.',
    unreachable: 'Files lie with S3, and nobody has said how to reach it: readers get no file that the disk has not.',
  },
  count: (files: number, megabytes: string) =>
    plural(files, 'en', {
      one: `The library has 1 file, of ${megabytes} MB.`,
      other: `The library has {n} files, of ${megabytes} MB together.`,
    }),
  move: 'This moves them while the site runs, and compares every byte:',
  choose: 'New files go to',
  choices: { disk: 'the disk of this machine', s3: 'S3' },
  server: 'S3',
  serverText:
    'It is set where the site is started, with S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY: its key is in no database.',
  notSet: 'No S3 is set. Files are kept on the disk.',
  endpoint: 'Server',
  bucket: 'Bucket',
  region: 'Region',
  test: 'A test',
  testText: 'A few bytes are written, read back and removed.',
  tryIt: 'Try it',
  last: 'The last test',
  waiting: 'is under way',
  works: (when: string) => `went well, ${when}`,
  failed: 'did not go well',
}
