-- AlterTable
ALTER TABLE "OneTimeLink" ADD COLUMN "locale" TEXT;
