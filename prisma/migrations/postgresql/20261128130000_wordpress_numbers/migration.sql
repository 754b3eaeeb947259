ALTER TABLE "Author" ADD COLUMN "wordpressId" INTEGER;
CREATE UNIQUE INDEX "Author_wordpressId_key" ON "Author"("wordpressId");
ALTER TABLE "Category" ADD COLUMN "wordpressId" INTEGER;
CREATE UNIQUE INDEX "Category_wordpressId_key" ON "Category"("wordpressId");
ALTER TABLE "Tag" ADD COLUMN "wordpressId" INTEGER;
CREATE UNIQUE INDEX "Tag_wordpressId_key" ON "Tag"("wordpressId");
ALTER TABLE "Media" ADD COLUMN "articleId" INTEGER;
ALTER TABLE "Media" ADD CONSTRAINT "Media_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Media_articleId_idx" ON "Media"("articleId");
CREATE INDEX "Article_status_commentCount_idx" ON "Article"("status", "commentCount");

-- What earlier imports knew of numbers stands in their redirects.
UPDATE "Category" SET "wordpressId" = (
  SELECT CAST(substr(r."fromPath", 7) AS INTEGER) FROM "Redirect" r
  WHERE r."toPath" = '/category/' || "Category"."path" || '/' AND substr(r."fromPath", 1, 6) = '/?cat=' AND substr(r."fromPath", 7) ~ '^[1-9][0-9]{0,8}$'
  ORDER BY r."id" LIMIT 1
);
UPDATE "Author" SET "wordpressId" = (
  SELECT CAST(substr(r."fromPath", 10) AS INTEGER) FROM "Redirect" r
  WHERE r."toPath" = '/author/' || "Author"."slug" || '/' AND substr(r."fromPath", 1, 9) = '/?author=' AND substr(r."fromPath", 10) ~ '^[1-9][0-9]{0,8}$'
  ORDER BY r."id" LIMIT 1
);
UPDATE "Media" SET "articleId" = (
  SELECT a."id" FROM "Redirect" r JOIN "Article" a ON a."path" = r."toPath"
  WHERE r."fromPath" = '/?attachment_id=' || CAST("Media"."sourceId" AS TEXT)
) WHERE "sourceId" > 0;
UPDATE "Media" SET "articleId" = lead."id" FROM (
  SELECT "leadImage" ->> 'src' AS "src", MIN("id") AS "id" FROM "Article" WHERE "status" = 'PUBLISHED' AND "leadImage" IS NOT NULL GROUP BY 1
) AS lead WHERE lead."src" = "Media"."path" AND "Media"."articleId" IS NULL;
