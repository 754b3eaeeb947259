/** @type {import('next').NextConfig} */
const config = {
  // Built beside and renamed (scripts/prepare.mjs), so that no running server loses its files.
  distDir: process.env.BUILD_DIR || '.next',
  poweredByHeader: false,
  compress: false,
  // Both forms of an address reach the page; the stored path says which is right.
  skipTrailingSlashRedirect: true,
  images: { unoptimized: true },
  experimental: {
    // The door has its own limits, of which the newsroom's is the larger (server/newsroom-path.ts).
    serverActions: { bodySizeLimit: '2mb' },
    // A page is loaded by whoever asks for it first: all of the newsroom's took a fifth of a start, and memory for good.
    preloadEntriesOnStart: false,
  },
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
    '@prisma/client',
    'pg',
    'pino',
    'htmlparser2',
    'better-auth',
    'nodemailer',
    '@better-auth/prisma-adapter',
  ],
  // Addresses that folders of app/ cannot say. Each source also matches with a last slash and in capitals; the handlers
  // look at the address that was asked for (lib/http/request-path.ts).
  rewrites: async () => ({
    beforeFiles: [
      { source: '/sitemap.xml', destination: '/sitemaps' },
      { source: '/news-sitemap.xml', destination: '/sitemaps' },
      { source: '/robots.txt', destination: '/site-files/robots.txt' },
      { source: '/ads.txt', destination: '/site-files/ads.txt' },
      { source: '/humans.txt', destination: '/site-files/humans.txt' },
      { source: '/security.txt', destination: '/site-files/security.txt' },
      { source: '/.well-known/security.txt', destination: '/site-files/security.txt' },
      { source: '/site.webmanifest', destination: '/site-files/site.webmanifest' },
      { source: '/:path*/feed', destination: '/feeds' },
      { source: '/:path*/feed/:format(rss2|rss|rdf|atom|json)', destination: '/feeds' },
    ],
  }),
  // `npm run check` does it, for all of the project at once.
  typescript: { ignoreBuildErrors: true },
}

export default config
