-- In the order of its letters’ numbers, as SQLite has it, whatever language the database was made in.
-- AlterTable
ALTER TABLE "Tag" ADD COLUMN "sortName" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "Tag" ADD COLUMN "published" INTEGER NOT NULL DEFAULT 0;

-- The names follow when the site starts (lib/taxonomy/sort-name-mutations.ts): no database folds letters as it does.
UPDATE "Tag" SET "published" = coalesce((SELECT "articles" FROM "Archive" WHERE "key" = 'tag-' || "Tag"."id"), 0);

-- CreateIndex
CREATE INDEX "Tag_sortName_id_published_idx" ON "Tag"("sortName", "id", "published");

-- CreateIndex
CREATE INDEX "Tag_published_id_idx" ON "Tag"("published", "id");
