-- Search (lib/search/postgresql.ts). Prisma knows nothing of this table.
CREATE TABLE "SearchDocument" (
    "articleId" INTEGER NOT NULL,
    "place" BIGINT NOT NULL,
    "words" TSVECTOR NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("articleId"),
    CONSTRAINT "SearchDocument_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Vectors of ordinary articles stay in their row, not compressed: ranking reads hundreds of them.
ALTER TABLE "SearchDocument" ALTER COLUMN "words" SET STORAGE MAIN;
ALTER TABLE "SearchDocument" SET (toast_tuple_target = 8160);

-- New words wait in a list, up to 1 MB of them, before they are sorted in: writing takes a quarter of the time. Every search
-- reads through the list, so it must stay short (kB).
CREATE INDEX "SearchDocument_words_idx" ON "SearchDocument" USING GIN ("words") WITH (gin_pending_list_limit = 1024);
CREATE INDEX "SearchDocument_place_idx" ON "SearchDocument" ("place");

-- Articles that are there already are indexed by the next start (rebuildSearch), from this id on.
INSERT INTO "Setting" ("key", "value") SELECT 'search.rebuild', '{"afterId":0}' WHERE EXISTS (SELECT 1 FROM "Article");
