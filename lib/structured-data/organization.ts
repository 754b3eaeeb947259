import type { NewsMediaOrganization, WebSite } from 'schema-dts'
import { correctionsPath, encodePath, searchPath } from '@/lib/articles/paths'
import type { Frame } from '@/lib/site/frame'
import type { PolicyName } from '@/lib/site/policies'
import { said } from './said'

export const organizationId = (siteUrl: string): string => `${siteUrl}/#organization`
export const websiteId = (siteUrl: string): string => `${siteUrl}/#website`

/** Square, and of a kind that every reader of it can draw. */
const LOGO = { path: '/icon-512.png', size: 512 }

/** Who publishes, with the pages on which they say how they work. */
export function organization({ siteUrl, facts: { site, policyPages, social } }: Frame): NewsMediaOrganization {
  const page = (name: PolicyName) => {
    const found = policyPages.find((policy) => policy.name === name)
    return found && siteUrl + encodePath(found.path)
  }
  const money = [...new Set([page('ownership'), page('funding')])].filter((url) => url !== undefined)
  const contact = page('contact')
  return said({
    '@type': 'NewsMediaOrganization',
    '@id': organizationId(siteUrl),
    name: site.name,
    url: `${siteUrl}/`,
    logo: { '@type': 'ImageObject', url: siteUrl + LOGO.path, width: `${LOGO.size}`, height: `${LOGO.size}` },
    sameAs: social.accounts.length ? social.accounts : undefined,
    correctionsPolicy: page('corrections') ?? siteUrl + correctionsPath(),
    publishingPrinciples: page('principles'),
    ethicsPolicy: page('ethics'),
    diversityPolicy: page('diversity'),
    masthead: page('masthead'),
    missionCoveragePrioritiesPolicy: page('mission'),
    ownershipFundingInfo: money.length > 1 ? money : money[0],
    verificationFactCheckingPolicy: page('verification'),
    unnamedSourcesPolicy: page('unnamedSources'),
    actionableFeedbackPolicy: page('feedback'),
    contactPoint: contact ? { '@type': 'ContactPoint' as const, contactType: 'newsroom', url: contact } : undefined,
  })
}

/** Every page names it, because every page is a part of it. */
export function website({ siteUrl, facts: { site } }: Frame): WebSite {
  return said({
    '@type': 'WebSite',
    '@id': websiteId(siteUrl),
    name: site.name,
    url: `${siteUrl}/`,
    description: site.tagline || undefined,
    inLanguage: site.locale,
    publisher: { '@id': organizationId(siteUrl) },
    potentialAction: {
      '@type': 'SearchAction',
      target: `${siteUrl}${searchPath('')}?q={words}`,
      // Beyond what the types know: the form in which search engines read it.
      ...{ 'query-input': 'required name=words' },
    },
  })
}
