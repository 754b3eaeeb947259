-- CreateTable
CREATE TABLE "SitemapMonth" (
    "month" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "changedAt" DATETIME NOT NULL
);

-- What is public already changed last when it was published or revised.
INSERT INTO "SitemapMonth" ("month", "changedAt")
SELECT "publishedDay" / 100, MAX(CASE WHEN "revisedAt" > "publishedAt" THEN "revisedAt" ELSE "publishedAt" END)
FROM "Article"
WHERE "kind" = 'ARTICLE' AND "status" = 'PUBLISHED' AND "publishedDay" IS NOT NULL AND "publishedAt" IS NOT NULL
GROUP BY "publishedDay" / 100;
