-- CreateTable
CREATE TABLE "ListView" (
    "id" SERIAL NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ListView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ListView_ownerId_name_key" ON "ListView"("ownerId", "name");

-- CreateIndex
CREATE INDEX "ListView_isShared_name_idx" ON "ListView"("isShared", "name");

-- AddForeignKey
ALTER TABLE "ListView" ADD CONSTRAINT "ListView_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
