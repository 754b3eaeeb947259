-- CreateEnum
CREATE TYPE "AiUse" AS ENUM ('NONE', 'ASSISTED', 'GENERATED');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "seoTitle" TEXT,
ADD COLUMN     "seoDescription" TEXT,
ADD COLUMN     "canonicalUrl" TEXT,
ADD COLUMN     "noIndex" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "aiUse" "AiUse" NOT NULL DEFAULT 'NONE',
ADD COLUMN     "aiNote" TEXT;
