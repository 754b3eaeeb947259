-- CreateTable
CREATE TABLE "ViewMinute" (
    "minute" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,

    CONSTRAINT "ViewMinute_pkey" PRIMARY KEY ("minute","articleId")
);

-- CreateTable
CREATE TABLE "ViewHour" (
    "day" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,

    CONSTRAINT "ViewHour_pkey" PRIMARY KEY ("articleId","day","hour")
);

-- CreateTable
CREATE TABLE "ViewDay" (
    "day" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,

    CONSTRAINT "ViewDay_pkey" PRIMARY KEY ("articleId","day")
);

-- CreateTable
CREATE TABLE "Figure" (
    "kind" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "views" INTEGER NOT NULL,

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("kind","day","subject")
);

-- CreateTable
CREATE TABLE "ReaderDay" (
    "day" INTEGER NOT NULL,
    "readers" INTEGER NOT NULL,

    CONSTRAINT "ReaderDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "ReaderSketch" (
    "day" INTEGER NOT NULL,
    "origin" TEXT NOT NULL,
    "registers" BYTEA NOT NULL,

    CONSTRAINT "ReaderSketch_pkey" PRIMARY KEY ("day","origin")
);

-- CreateTable
CREATE TABLE "ReaderSalt" (
    "id" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "ReaderSalt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ranking" (
    "days" INTEGER NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,
    "articles" JSONB NOT NULL,

    CONSTRAINT "Ranking_pkey" PRIMARY KEY ("days")
);

-- CreateIndex
CREATE INDEX "ViewHour_day_idx" ON "ViewHour"("day");

-- CreateIndex
CREATE INDEX "ViewDay_day_views_idx" ON "ViewDay"("day", "views");

-- CreateIndex
CREATE INDEX "Figure_day_idx" ON "Figure"("day");
