-- What authors write about, and how else their names are spelled.
ALTER TABLE "Author" ADD COLUMN "beat" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Author" ADD COLUMN "spellings" JSONB;

-- CreateTable
CREATE TABLE "FrontLayout" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "content" JSONB NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "liveAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "FrontDraft" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "isOpen" BOOLEAN NOT NULL,
    "savedByName" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL
);
