-- CreateTable
CREATE TABLE "PreviewLink" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "madeById" TEXT NOT NULL,
    "madeByName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "revokedByName" TEXT,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "openedAt" DATETIME,
    CONSTRAINT "PreviewLink_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PreviewLink_articleId_id_idx" ON "PreviewLink"("articleId", "id");
