-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "document" JSONB;
