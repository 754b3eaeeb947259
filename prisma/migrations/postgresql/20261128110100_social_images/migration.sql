-- The picture that link cards show of an article.
ALTER TABLE "Article" ADD COLUMN "socialImage" TEXT;

CREATE INDEX "Article_socialImage_idx" ON "Article"("socialImage");
