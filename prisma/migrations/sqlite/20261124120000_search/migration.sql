-- Search (lib/search/sqlite.ts). Prisma knows nothing of these tables.

-- Which row of the index is an article's.
CREATE TABLE "SearchEntry" (
    "articleId" INTEGER NOT NULL PRIMARY KEY,
    "place" INTEGER NOT NULL,
    CONSTRAINT "SearchEntry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The index alone, without the texts. Words come finished, parted by spaces: "ascii" leaves all that is not ASCII as it is.
CREATE VIRTUAL TABLE "SearchDocument" USING fts5(
    headline, about, body,
    content = '', contentless_delete = 1, tokenize = 'ascii'
);

CREATE TRIGGER "SearchEntry_delete" AFTER DELETE ON "SearchEntry" BEGIN
    DELETE FROM "SearchDocument" WHERE rowid = OLD."place";
END;

-- Articles that are there already are indexed by the next start (rebuildSearch), from this id on.
INSERT INTO "Setting" ("key", "value") SELECT 'search.rebuild', '{"afterId":0}' WHERE EXISTS (SELECT 1 FROM "Article");
