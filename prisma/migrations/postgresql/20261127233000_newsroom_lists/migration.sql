-- The newsroom's own index of all articles, drafts and trash among them (lib/search/newsroom-document.ts). Prisma knows
-- nothing of this table, and no query for readers selects from it.
CREATE TABLE "NewsroomDocument" (
    "articleId" INTEGER NOT NULL,
    "place" BIGINT NOT NULL,
    "words" TSVECTOR NOT NULL,

    CONSTRAINT "NewsroomDocument_pkey" PRIMARY KEY ("articleId"),
    CONSTRAINT "NewsroomDocument_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "NewsroomDocument_place_key" ON "NewsroomDocument"("place");
CREATE INDEX "NewsroomDocument_words_idx" ON "NewsroomDocument" USING GIN ("words") WITH (gin_pending_list_limit = 1024);

-- Articles that are there already are indexed by the next start (rebuildSearch), from this id on.
INSERT INTO "Setting" ("key", "value") SELECT 'newsroom.rebuild', '{"afterId":0}' WHERE EXISTS (SELECT 1 FROM "Article");

-- What is on the clock, the next first.
CREATE INDEX "Article_status_publishAt_id_idx" ON "Article"("status", "publishAt", "id");

-- Answers to a comment, in order.
DROP INDEX "Comment_parentId_idx";
CREATE INDEX "Comment_parentId_createdAt_id_idx" ON "Comment"("parentId", "createdAt", "id");

-- By name, as people look for them.
CREATE INDEX "Author_name_idx" ON "Author"("name");
CREATE INDEX "Tag_name_idx" ON "Tag"("name");
CREATE INDEX "User_name_id_idx" ON "User"("name", "id");

DROP INDEX "OneTimeLink_kind_usedAt_idx";
CREATE INDEX "OneTimeLink_kind_usedAt_createdAt_idx" ON "OneTimeLink"("kind", "usedAt", "createdAt");
