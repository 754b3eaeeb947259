-- Articles that are translations of each other, and what each names of the others.
ALTER TABLE "Article" ADD COLUMN "translationOfId" INTEGER;
ALTER TABLE "Article" ADD COLUMN "alternates" JSONB;

CREATE INDEX "Article_translationOfId_idx" ON "Article"("translationOfId");

ALTER TABLE "Article" ADD CONSTRAINT "Article_translationOfId_fkey" FOREIGN KEY ("translationOfId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;
