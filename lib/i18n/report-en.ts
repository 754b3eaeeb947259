import { formatPlainNumber } from './format'

const n = (value: number) => formatPlainNumber(value, 'en')

/** Reporting an error, for readers, in English. */
export const reportEn = {
  link: 'Report an error',
  /** Above the link, where nothing else stands beside it. */
  wrong: 'Something wrong?',
  yours: 'Your report',
  title: 'Report an error',
  about: 'In the article',
  dek: 'Tell us what is wrong. An editor reads it and puts the article right if you are right. It is not published.',
  required: 'Required fields are marked',
  sentence: 'The sentence that is wrong',
  sentenceHint: 'Copy it here, or a part of it. What you had marked in the article stands here already.',
  text: 'What is wrong with it?',
  email: 'Your email address',
  emailHint:
    'Only if you want an answer. It is kept apart, shown to nobody outside the newsroom, and used for nothing else.',
  submit: 'Send the report',
  leaveEmpty: 'Leave this field empty',
  back: 'Back to the article',
  sent: 'Thank you',
  sentText:
    'Your report is with the newsroom. If something has to be put right, it is said under the article, with the date.',
  refused: 'Your report was not sent.',
  kept: 'Nothing you wrote is lost.',
  errors: {
    textMissing: 'Please say what is wrong.',
    textTooLong: (max: number) => `That is too long: at most ${n(max)} characters.`,
    sentenceTooLong: (max: number) => `Please quote less: at most ${n(max)} characters.`,
    emailInvalid: 'Please enter a valid email address, such as name@example.org, or none.',
    emailTooLong: (max: number) => `The email address is too long: at most ${n(max)} characters.`,
    flood: 'You sent something a moment ago. Please wait a little and send this again.',
    missing: 'The article is not there any more.',
  },
  /** What a correction may begin with; the newsroom ends it. */
  draft: (sentence: string) =>
    `An earlier version of this article said: ${/[“”]/.test(sentence) ? sentence : `“${sentence}”`}`,
}
