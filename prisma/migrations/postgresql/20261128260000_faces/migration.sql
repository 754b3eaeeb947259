-- What authors write about, and how else their names are spelled.
ALTER TABLE "Author" ADD COLUMN "beat" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Author" ADD COLUMN "spellings" JSONB;

-- CreateTable
CREATE TABLE "FrontLayout" (
    "id" SERIAL NOT NULL,
    "content" JSONB NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "liveAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FrontLayout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FrontDraft" (
    "id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "isOpen" BOOLEAN NOT NULL,
    "savedByName" TEXT NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FrontDraft_pkey" PRIMARY KEY ("id")
);
