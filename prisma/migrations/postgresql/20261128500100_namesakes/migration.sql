-- AlterTable
ALTER TABLE "Article" ADD COLUMN "headlineKey" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Article" ADD COLUMN "namesake" INTEGER NOT NULL DEFAULT 0;

UPDATE "Article" SET "headlineKey" = substr("headline", 1, 100) WHERE "kind" = 'ARTICLE' AND "status" = 'PUBLISHED';

-- As lib/articles/namesakes.ts has it: the first of a headline has nothing, all others their day, and their number in it.
UPDATE "Article" SET "namesake" = counted."ofDay" FROM (
  SELECT "id",
    row_number() OVER (PARTITION BY "headlineKey" ORDER BY "publishedDay", "publishedAt", "id") AS "ofAll",
    row_number() OVER (PARTITION BY "headlineKey", "publishedDay" ORDER BY "publishedAt", "id") AS "ofDay"
  FROM "Article" WHERE "headlineKey" <> ''
) AS counted WHERE counted."id" = "Article"."id" AND counted."ofAll" > 1;

-- CreateIndex
CREATE INDEX "Article_headlineKey_publishedDay_namesake_idx" ON "Article"("headlineKey", "publishedDay", "namesake");
