import type { TestProject } from 'vitest/node'
import { type DatabaseTemplate, makeTemplate } from './database'

declare module 'vitest' {
  interface ProvidedContext {
    template: DatabaseTemplate
  }
}

/** Vitest calls it once per project, before its files. The project's name begins with the database's. */
export async function setup(project: TestProject) {
  const template = await makeTemplate(project.name.startsWith('postgresql') ? 'postgresql' : 'sqlite')
  project.provide('template', { provider: template.provider, url: template.url })
  return template.remove
}
