import type { NewsMediaOrganization, WebSite } from 'schema-dts'
import { correctionsPath, encodePath, searchPath } from '@/lib/articles/paths'
import type { Frame } from '@/lib/site/frame'
import { said } from './said'

export const organizationId = (siteUrl: string): string => `${siteUrl}/#organization`
export const websiteId = (siteUrl: string): string => `${siteUrl}/#website`

/** Square, and of a kind that every reader of it can draw. */
const LOGO = { path: '/icon-512.png', size: 512 }

/** Who publishes, with the pages on which they say how they work. */
export function organization({ siteUrl, facts: { site, policies, social } }: Frame): NewsMediaOrganization {
  const page = (path: string | undefined) => (path === undefined ? undefined : siteUrl + encodePath(path))
  return said({
    '@type': 'NewsMediaOrganization',
    '@id': organizationId(siteUrl),
    name: site.name,
    url: `${siteUrl}/`,
    logo: { '@type': 'ImageObject', url: siteUrl + LOGO.path, width: `${LOGO.size}`, height: `${LOGO.size}` },
    sameAs: social.accounts.length ? social.accounts : undefined,
    correctionsPolicy: page(policies.corrections) ?? siteUrl + correctionsPath(),
    publishingPrinciples: page(policies.principles),
    ethicsPolicy: page(policies.ethics),
    diversityPolicy: page(policies.diversity),
    masthead: page(policies.masthead),
    missionCoveragePrioritiesPolicy: page(policies.mission),
    ownershipFundingInfo: page(policies.ownership),
    verificationFactCheckingPolicy: page(policies.verification),
    unnamedSourcesPolicy: page(policies.unnamedSources),
    actionableFeedbackPolicy: page(policies.feedback),
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
