-- CreateTable
CREATE TABLE "ViewMinute" (
    "minute" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,

    PRIMARY KEY ("minute", "articleId")
);

-- CreateTable
CREATE TABLE "ViewHour" (
    "day" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,

    PRIMARY KEY ("articleId", "day", "hour")
);

-- CreateTable
CREATE TABLE "ViewDay" (
    "day" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,

    PRIMARY KEY ("articleId", "day")
);

-- CreateTable
CREATE TABLE "Figure" (
    "kind" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "views" INTEGER NOT NULL,

    PRIMARY KEY ("kind", "day", "subject")
);

-- CreateTable
CREATE TABLE "ReaderDay" (
    "day" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "readers" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "ReaderSketch" (
    "day" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "registers" BLOB NOT NULL,

    PRIMARY KEY ("day", "origin")
);

-- CreateTable
CREATE TABLE "ReaderSalt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "day" INTEGER NOT NULL,
    "salt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Ranking" (
    "days" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "madeAt" DATETIME NOT NULL,
    "articles" JSONB NOT NULL
);

-- CreateIndex
CREATE INDEX "ViewHour_day_idx" ON "ViewHour"("day");

-- CreateIndex
CREATE INDEX "ViewDay_day_views_idx" ON "ViewDay"("day", "views");

-- CreateIndex
CREATE INDEX "Figure_day_idx" ON "Figure"("day");
