/** What the newsroom sends by mail, in English. */
export const mailEn = {
  invitation: {
    subject: (site: string) => `You are invited to the newsroom of ${site}`,
    text: (by: string, role: string) =>
      `${by} invites you as ${role}. With the link you choose your name and a password. It works once, for seven days.`,
    link: 'Join the newsroom',
    otherwise: 'If this means nothing to you, leave it: nothing happens.',
  },
  reset: {
    subject: (site: string) => `A new password for ${site}`,
    text: (name: string) =>
      `Somebody, probably you, asked for a new password for ${name}. The link works once, for a day; until then the old password works.`,
    link: 'Choose a new password',
    otherwise: 'If it was not you, leave this: nothing changes.',
  },
  sentBack: {
    subject: (headline: string) => `Sent back: ${headline}`,
    text: (by: string, headline: string) => `${by} has sent “${headline}” back to you and writes:`,
    link: 'Open the article',
    untitled: 'an article without a headline',
  },
  report: {
    subject: (headline: string) => `Your report about “${headline}”`,
    text: (headline: string) => `You told us of an error in “${headline}”. This is our answer:`,
    wrote: 'You had written:',
    link: 'Read the article',
  },
  test: {
    subject: (site: string) => `A test from ${site}`,
    text: 'This letter shows that mail from the newsroom arrives. There is nothing to do.',
    link: 'Back to the settings',
  },
}
