/** @type {import('next').NextConfig} */
const config = {
  // Built beside and renamed (scripts/prepare.mjs), so that no running server loses its files.
  distDir: process.env.BUILD_DIR || '.next',
  poweredByHeader: false,
  compress: false,
  // Both forms of an address reach the page; the stored path says which is right.
  skipTrailingSlashRedirect: true,
  images: { unoptimized: true },
  // The door has its own limits, of which the newsroom's is the larger (server/newsroom-path.ts).
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
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
  // `npm run check` does it, for all of the project at once.
  typescript: { ignoreBuildErrors: true },
}

export default config
