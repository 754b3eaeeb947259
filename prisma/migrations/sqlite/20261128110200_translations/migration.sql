-- Articles that are translations of each other, and what each names of the others.
ALTER TABLE "Article" ADD COLUMN "translationOfId" INTEGER REFERENCES "Article" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Article" ADD COLUMN "alternates" JSONB;

CREATE INDEX "Article_translationOfId_idx" ON "Article"("translationOfId");
