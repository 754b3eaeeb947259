import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Refusal } from './prepare.mjs'

const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * A Chromium for the journeys: CHROMIUM_PATH, the system's, Playwright's own, or, as root on Debian, one that is installed
 * now. Throws Refusal where there is none.
 * @returns {Promise<string>}
 */
export async function findChromium() {
  const set = process.env.CHROMIUM_PATH
  if (set) {
    if (isExecutable(set)) return set
    throw new Refusal(`CHROMIUM_PATH is ${set}, which is no program.`)
  }
  const found = onPath() ?? (await playwrightsOwn()) ?? installed()
  if (found) return found
  throw new Refusal('The journeys need a Chromium: install the package chromium, or set CHROMIUM_PATH.')
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable)
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return isExecutable(path) ? path : undefined
}

function installed() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  console.log('Installing Chromium …')
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
  return onPath()
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
