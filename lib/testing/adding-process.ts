// A process of its own for lib/database/sqlite-adapter.db.test.ts: `count` transactions that read a number and write it
// back one higher, which only comes out right when nobody writes in between.
import { openDatabase } from '../db'

const [url = '', count = '0'] = process.argv.slice(2)
const db = await openDatabase(url)
let errors = 0
for (let i = 0; i < Number(count); i++) {
  try {
    await db.$transaction(async (tx) => {
      const row = await tx.setting.findUniqueOrThrow({ where: { key: 'counter' } })
      await tx.setting.update({ where: { key: 'counter' }, data: { value: Number(row.value) + 1 } })
    })
  } catch (error) {
    errors++
    console.error(error)
  }
}
await db.$disconnect()
process.exitCode = errors ? 1 : 0
